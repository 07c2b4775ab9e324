// A memoised promise for work that several callers share: loading the model, loading the counter.
import { raceAbort, throwIfAborted } from "./abort.ts";

interface Run<T> {
	readonly promise: Promise<T>;
	readonly controller: AbortController;
	waiting: number;
	/** Set once done. */
	result?: { readonly value: T };
}

/**
 * Starts its work on first use and keeps the result. A failure is evicted, so the next caller tries
 * again. When every caller has aborted before it is done, the work is aborted too.
 */
export class SharedTask<T> {
	readonly #start: (signal: AbortSignal) => Promise<T>;
	#run: Run<T> | undefined;

	constructor(start: (signal: AbortSignal) => Promise<T>) {
		this.#start = start;
	}

	/** The result, shared; rejects at once when this caller's `signal` aborts. */
	async get(signal: AbortSignal): Promise<T> {
		throwIfAborted(signal);
		this.#run ??= this.#begin();
		const run = this.#run;
		run.waiting++;
		try {
			return await raceAbort(run.promise, signal);
		} finally {
			run.waiting--;
			if (run.waiting === 0 && !run.result) this.#abandon(run, signal.reason);
		}
	}

	/** Forgets the result, if it is still `value`: the next caller starts anew. */
	evict(value: T): void {
		if (this.#run?.result?.value === value) this.#run = undefined;
	}

	#begin(): Run<T> {
		const controller = new AbortController();
		const run: Run<T> = { promise: this.#start(controller.signal), controller, waiting: 0 };
		run.promise.then(
			(value) => {
				run.result = { value };
			},
			() => {
				if (this.#run === run) this.#run = undefined;
			},
		);
		return run;
	}

	#abandon(run: Run<T>, reason: unknown): void {
		if (this.#run === run) this.#run = undefined;
		run.controller.abort(reason);
	}
}
