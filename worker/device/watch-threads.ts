// Whether the runtime's threads start. onnxruntime-web listens to them only once its wasm is compiled, and then waits for
// each of them for ever: a thread whose script had failed by then, or that never runs, would end in a hang.
import type { BeatMessage } from "../../src/bridge/worker-interface.ts";

/** Of a thread that has been given its work and says nothing, in seconds in which this thread had nothing to do. */
const patience = 30;

/**
 * Starting one takes no time, but Firefox 153 may never come back from it on a busy machine, once in some hundred times;
 * who waits for this worker then is told so after as many milliseconds.
 */
const longestStart = 10_000;

/** What is used of this worker's own scope. */
export interface ThreadScope {
	Worker: typeof Worker;
	postMessage(message: BeatMessage): void;
}

/**
 * Settles as `start` does, or rejects when a worker that it has started fails, or is silent for too long.
 *
 * @param start starts workers by the scope's own `Worker`
 */
export async function watchThreads<Value>(
	start: () => Promise<Value>,
	scope: ThreadScope = globalThis,
): Promise<Value> {
	const { Worker: Thread } = scope;
	const over = new AbortController();
	const { signal } = over;
	const failed = new Promise<never>((_, reject) => {
		const fail = (what: string) => reject(new Error(`a thread ${what}`));
		scope.Worker = class extends Thread {
			#waits: ReturnType<typeof setInterval> | undefined;

			constructor(url: string | URL, options?: WorkerOptions) {
				scope.postMessage({ promptsieveBeat: true, nextWithin: longestStart });
				super(url, options);
				scope.postMessage({ promptsieveBeat: true });
				const failing = (event: Event) =>
					fail("message" in event && event.message ? `failed: ${event.message}` : "could not be loaded");
				this.addEventListener("error", failing, { signal });
				this.addEventListener("message", () => clearInterval(this.#waits), { signal });
				signal.addEventListener("abort", () => clearInterval(this.#waits));
			}

			override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
				if (Array.isArray(options)) super.postMessage(message, options);
				else super.postMessage(message, options);
				if (this.#waits !== undefined || signal.aborted) return;
				let seconds = 0;
				this.#waits = setInterval(() => {
					seconds += 1;
					if (seconds === patience) fail(`did not answer for ${patience} seconds`);
				}, 1000);
			}
		};
	});
	try {
		return await Promise.race([start(), failed]);
	} finally {
		scope.Worker = Thread;
		over.abort();
	}
}
