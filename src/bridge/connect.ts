// The only place that starts a worker. A connection's calls always settle: each races the worker's
// death (error, messageerror, its life lock let go) and `close`.
import { proxy, wrap } from "comlink";
import { CompressorError } from "../core/error.ts";
import { watchLife } from "./life-lock.ts";
import { installThrowHandler } from "./throw-handler.ts";
import type { SieveWorker } from "./worker-interface.ts";

/** A started worker. Every method rejects with a `CompressorError`. */
export interface Connection extends Pick<SieveWorker, "load" | "score"> {
	/** Asks the worker to end a score; that score's own promise tells when it has. */
	cancel(jobId: number): void;
	/** Ends the worker at once; calls in flight reject with `reason`. Calling it again changes nothing. */
	close(reason: CompressorError): void;
}

/** Starts a worker; tests put their own here. */
export type Connect = () => Connection;

let workersStarted = 0;

/** Starts the library's worker. Costs one script; nothing is loaded before `load` is called. */
export function connect(): Connection {
	const name = `promptsieve-${crypto.randomUUID?.() ?? Date.now()}-${workersStarted++}`;
	// Bundlers look for this very expression. The `.js` name is right in the published package, and
	// Vite maps it to main.ts in this repository.
	return connectTo(
		new Worker(new URL("../../worker/main.js", import.meta.url), { type: "module", name }),
		name,
	);
}

/** Speaks with a worker that exposes a {@link SieveWorker}; `name` is the worker's own name. */
export function connectTo(worker: Worker, name: string): Connection {
	installThrowHandler();
	const remote = wrap<SieveWorker>(worker);
	const pending = new Set<(reason: CompressorError) => void>();
	let closedFor: CompressorError | undefined;

	const close = (reason: CompressorError) => {
		if (closedFor) return;
		closedFor = reason;
		stopWatching();
		worker.terminate();
		for (const reject of pending) reject(reason);
		pending.clear();
	};
	const crash = (what: string, cause?: unknown) =>
		close(new CompressorError("worker-crashed", `The worker ${what}.`, { cause }));

	worker.addEventListener("error", (event) => {
		event.preventDefault();
		crash(event.message ? `failed: ${event.message}` : "could not be started", event.error);
	});
	worker.addEventListener("messageerror", () => crash("sent a message that could not be read"));
	const stopWatching = watchLife(worker, name, () => crash("ended unexpectedly"));

	const race = async <T>(start: () => Promise<T>): Promise<T> => {
		if (closedFor) throw closedFor;
		let reject: (reason: CompressorError) => void = () => {};
		const died = new Promise<never>((_, rejectDied) => {
			reject = rejectDied;
		});
		pending.add(reject);
		try {
			return await Promise.race([start(), died]);
		} finally {
			pending.delete(reject);
		}
	};

	return {
		load: (request, onProgress) => race(() => remote.load(request, proxy(onProgress))),
		score: (request, onProgress) => race(() => remote.score(request, proxy(onProgress))),
		cancel: (jobId) => {
			race(async () => remote.cancel(jobId)).catch(() => {
				// The score's own promise carries the failure.
			});
		},
		close,
	};
}
