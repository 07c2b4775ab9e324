// Connections settled by hand, for tests of what the façade does around the worker.
import type { Connection } from "../bridge/connect.ts";
import type {
	LoadRequest,
	Measurement,
	ModelInfo,
	ScoreEvent,
	ScoreRequest,
	ScoreResponse,
} from "../bridge/worker-interface.ts";
import type { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import { emptyWordTable } from "../core/word-table.ts";
import type { SelfTest } from "../models/model-spec.ts";

interface Call<Request, Answer, Event> {
	readonly request: Request;
	readonly onProgress: (event: Event) => void;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: CompressorError) => void;
}

/** One started worker and what was asked of it. */
export interface FakeWorker {
	readonly loads: Call<LoadRequest, ModelInfo, ProgressEvent>[];
	readonly measurements: Call<SelfTest | undefined, Measurement, never>[];
	readonly scores: Call<ScoreRequest, ScoreResponse, ScoreEvent>[];
	readonly cancelled: number[];
	closedFor: CompressorError | undefined;
}

/** Starts workers that answer only when told to, except that `load` succeeds at once if `loaded` is given. */
export function fakeWorkers(loaded?: Partial<ModelInfo>) {
	const started: FakeWorker[] = [];
	const connect = (): Connection => {
		const worker: FakeWorker = {
			loads: [],
			measurements: [],
			scores: [],
			cancelled: [],
			closedFor: undefined,
		};
		started.push(worker);
		const pending = new Set<(error: CompressorError) => void>();
		const call = <Request, Answer, Event>(
			calls: Call<Request, Answer, Event>[],
			request: Request,
			onProgress: (event: Event) => void,
		) => {
			if (worker.closedFor) return Promise.reject(worker.closedFor);
			return new Promise<Answer>((resolve, reject) => {
				pending.add(reject);
				calls.push({ request, onProgress, resolve, reject });
			});
		};
		return {
			load: (request, onProgress) => {
				const answer = call(worker.loads, request, onProgress);
				if (loaded) worker.loads.at(-1)?.resolve(modelInfo(request, loaded));
				return answer;
			},
			measure: (reference) => call(worker.measurements, reference, () => {}),
			score: (request, onProgress) => call(worker.scores, request, onProgress),
			cancel: (jobId) => worker.cancelled.push(jobId),
			close: (reason) => {
				worker.closedFor ??= reason;
				for (const reject of pending) reject(reason);
			},
		};
	};
	return { connect, started };
}

export function modelInfo(request: LoadRequest, info: Partial<ModelInfo> = {}): ModelInfo {
	return {
		model: request.model.id,
		device: request.device,
		dtype: "int8",
		threads: 2,
		bytes: 1,
		loadMs: 1,
		...info,
	};
}

/** Lets everything that is ready to go on go on. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A score of a text without words, from so many windows. */
export function scoreResponse(windows = 1): ScoreResponse {
	return { words: emptyWordTable(), windows, windowsRun: windows, warnings: [] };
}
