// One worker, one job at a time: jobs run in the order they came.
import { raceAbort, throwIfAborted } from "./abort.ts";

export class JobQueue {
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * Runs `job` when all earlier ones have settled. An abort rejects at once, wherever the job stands;
	 * a waiting job is then never started, a running one holds up the next until it has really ended.
	 */
	add<T>(job: () => Promise<T>, signal: AbortSignal): Promise<T> {
		const result = this.#last.then(() => {
			throwIfAborted(signal);
			return job();
		});
		this.#last = result.catch(() => {});
		return raceAbort(result, signal);
	}
}
