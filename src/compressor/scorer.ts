// Scores texts in a worker: starts it, one job at a time, hears cancels, and replaces a worker that
// crashed. The façade (compressor.ts) adds options, caches and selection.

import type { ModelInfo, ProgressListener, ScoreInput, ScoreResponse } from "../bridge/worker-interface.ts";
import { CompressorError } from "../core/error.ts";
import { JobQueue } from "./job-queue.ts";
import { SharedTask } from "./shared-task.ts";
import { type RunningWorker, type StartRequest, startWorker } from "./start-worker.ts";

/** What the model said of a text, and which model it was. */
export interface Scores extends ScoreResponse {
	readonly info: ModelInfo;
}

export class Scorer {
	readonly #running: SharedTask<RunningWorker>;
	readonly #queue = new JobQueue();
	readonly #onProgress: ProgressListener;
	#current: RunningWorker | undefined;
	#nextJob = 1;

	constructor(request: StartRequest, onProgress: ProgressListener) {
		this.#onProgress = onProgress;
		this.#running = new SharedTask(async (signal) => {
			this.#current = await startWorker(request, onProgress, signal);
			return this.#current;
		});
	}

	/** What is known of the model once it is loaded. */
	get info(): ModelInfo | undefined {
		return this.#current?.info;
	}

	/** Starts the worker and loads the model, once for all callers. */
	async load(signal: AbortSignal): Promise<ModelInfo> {
		return (await this.#running.get(signal)).info;
	}

	/**
	 * Scores after all earlier calls. A worker that crashes is replaced and the text tried once more.
	 *
	 * @param onProgress hears of the windows scored, instead of the listener that hears of everything
	 * @throws CompressorError "aborted" at once when `signal` aborts, "worker-crashed" after the second
	 *   crash, or what the worker said.
	 */
	async score(input: ScoreInput, signal: AbortSignal, onProgress = this.#onProgress): Promise<Scores> {
		// Before queueing, so that all waiting calls share one failed load instead of trying in turn.
		await this.#running.get(signal);
		return this.#queue.add(() => this.#scoreNow(input, signal, onProgress), signal);
	}

	/** Ends the worker; whoever still waits for it gets `reason`. */
	dispose(reason: CompressorError): void {
		this.#current?.connection.close(reason);
	}

	async #scoreNow(input: ScoreInput, signal: AbortSignal, onProgress: ProgressListener): Promise<Scores> {
		const report = onlyGrowing(onProgress);
		for (let attempt = 1; ; attempt++) {
			const running = await this.#running.get(signal);
			try {
				return await this.#run(running, input, signal, report);
			} catch (error) {
				const code = error instanceof CompressorError ? error.code : "worker-crashed";
				if (code === "worker-crashed" || code === "out-of-memory") this.#replace(running, error);
				if (code !== "worker-crashed" || attempt === 2 || signal.aborted) throw error;
			}
		}
	}

	async #run(
		{ connection, info }: RunningWorker,
		input: ScoreInput,
		signal: AbortSignal,
		report: ProgressListener,
	): Promise<Scores> {
		const jobId = this.#nextJob++;
		const cancel = () => connection.cancel(jobId);
		let settled = false;
		signal.addEventListener("abort", cancel, { once: true });
		try {
			const response = await connection.score({ ...input, jobId }, (event) => {
				// Progress travels by another port than the answer and may come after it, or after an abort.
				if (!settled && !signal.aborted) report(event);
			});
			report({ stage: "score", done: response.windows, total: response.windows });
			return { ...response, info };
		} finally {
			settled = true;
			signal.removeEventListener("abort", cancel);
		}
	}

	/** The next job gets a fresh worker: this one is dead, or its memory is spoilt. */
	#replace(running: RunningWorker, error: unknown): void {
		this.#running.evict(running);
		running.connection.close(
			error instanceof CompressorError ? error : new CompressorError("worker-crashed", String(error)),
		);
	}
}

/** A second attempt starts over; what the caller sees only grows, and says each thing once. */
function onlyGrowing(onProgress: ProgressListener): ProgressListener {
	let done = -1;
	return (event) => {
		if (event.stage === "score") {
			if (event.done <= done) return;
			done = event.done;
		}
		onProgress(event);
	};
}
