// Pauses in long work, of the worker and of the main thread: messages, and a person's input, come in between.
import type { Steps } from "../core/steps.ts";

// Of browsers, workers and Node alike; the program that this file is checked with has none of their types.
declare const performance: { now(): number };
declare const MessageChannel: new () => {
	readonly port1: { onmessage: (() => void) | null; close(): void };
	readonly port2: { postMessage(message: null): void };
};

/**
 * Resolves in a new macrotask, after messages that have already arrived were handled (a cancel among
 * them). A bare `await` would not let them in, `setTimeout` would cost 4 ms each.
 */
export function macrotask(): Promise<void> {
	return new Promise((resolve) => {
		// A channel for each: Node takes up to 1000 messages of one port without a look at anything else.
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

/**
 * Runs the work to its end, with a pause wherever it has gone on for a while.
 *
 * @param everyMs milliseconds of work between two pauses
 * @param pause throws where the work is not wanted any more
 */
export async function withPauses<Result>(
	steps: Steps<Result>,
	everyMs: number,
	pause: () => Promise<void>,
): Promise<Result> {
	let last = performance.now();
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		if (performance.now() - last < everyMs) continue;
		await pause();
		last = performance.now();
	}
}
