// Scores texts in a worker: one job at a time, hears cancels, and lets a fresh worker go on where one failed. The
// façade (compressor.ts) adds options, caches and selection.

import type {
	ModelInfo,
	ProgressListener,
	ScoredWindow,
	ScoreInput,
	ScoreResponse,
} from "../bridge/worker-interface.ts";
import { asCompressorError } from "../core/as-compressor-error.ts";
import type { CompressorError } from "../core/error.ts";
import { DeviceChooser } from "./device/device-chooser.ts";
import { JobQueue } from "./job-queue.ts";
import { onlyGrowing } from "./only-growing.ts";
import { SharedTask } from "./shared-task.ts";
import type { RunningWorker, StartRequest } from "./start-worker.ts";

/** What the model said of a text, and which model it was. */
export interface Scores extends ScoreResponse {
	readonly info: ModelInfo;
}

/** A text on its way through one worker, or several. */
interface Job {
	readonly input: ScoreInput;
	readonly signal: AbortSignal;
	readonly report: ProgressListener;
	/** What has been scored so far: a fresh worker does not run it again. */
	readonly known: ScoredWindow[];
}

export class Scorer {
	readonly #chooser: DeviceChooser;
	readonly #running: SharedTask<RunningWorker>;
	readonly #queue = new JobQueue();
	readonly #onProgress: ProgressListener;
	#current: RunningWorker | undefined;
	#nextJob = 1;

	constructor(request: StartRequest, onProgress: ProgressListener) {
		this.#onProgress = onProgress;
		this.#chooser = new DeviceChooser(request);
		// One for all workers until a load fails: the next call then sees its own from the beginning.
		let loading = onlyGrowing(onProgress);
		this.#running = new SharedTask(async (signal) => {
			try {
				this.#current = await this.#chooser.start(loading, signal);
				return this.#current;
			} catch (error) {
				loading = onlyGrowing(onProgress);
				throw error;
			}
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
	 * Scores after all earlier calls. When the worker or its device fails, another one goes on with the text.
	 *
	 * @param onProgress hears of the windows scored, instead of the listener that hears of everything
	 * @throws CompressorError "aborted" at once when `signal` aborts; "worker-crashed", "no-device" or "out-of-memory"
	 *   when every device has failed; or what the worker said.
	 */
	async score(input: ScoreInput, signal: AbortSignal, onProgress = this.#onProgress): Promise<Scores> {
		// Before queueing, so that all waiting calls share one failed load instead of trying in turn.
		await this.#running.get(signal);
		const job: Job = { input, signal, report: onlyGrowing(onProgress), known: [] };
		return this.#queue.add(() => this.#scoreNow(job), signal);
	}

	/** Ends the worker; whoever still waits for it gets `reason`. */
	dispose(reason: CompressorError): void {
		this.#current?.connection.close(reason);
	}

	async #scoreNow(job: Job): Promise<Scores> {
		for (let attempt = 1; ; attempt++) {
			const running = await this.#running.get(job.signal);
			try {
				return await this.#run(running, job);
			} catch (error) {
				const failure = asCompressorError(error);
				if (!isFault(failure)) throw failure;
				this.#replace(running, failure);
				if (attempt >= this.#chooser.tries || job.signal.aborted) throw failure;
			}
		}
	}

	async #run({ connection, info }: RunningWorker, job: Job): Promise<Scores> {
		const { input, signal, report, known } = job;
		const jobId = this.#nextJob++;
		const cancel = () => connection.cancel(jobId);
		let settled = false;
		signal.addEventListener("abort", cancel, { once: true });
		try {
			const response = await connection.score({ ...input, jobId, known: [...known] }, (event) => {
				// Events travel by another port than the answer and may come after it, or after an abort.
				if (settled || signal.aborted) return;
				if (event.stage === "window") known.push({ key: event.key, scores: event.scores });
				else report(event);
			});
			report({ stage: "score", done: response.windows, total: response.windows });
			return { ...response, info };
		} finally {
			settled = true;
			signal.removeEventListener("abort", cancel);
		}
	}

	/** The next attempt, or job, gets a fresh worker: this one is dead, or its device or memory is spoilt. */
	#replace(running: RunningWorker, failure: CompressorError): void {
		this.#chooser.failed(running, failure);
		this.#running.evict(running);
		running.connection.close(failure);
	}
}

/** What another worker or device may not suffer from. */
function isFault({ code }: CompressorError): boolean {
	return code === "worker-crashed" || code === "no-device" || code === "out-of-memory";
}
