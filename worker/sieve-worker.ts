// The worker's side of the interface: one engine, and the jobs that a cancel can reach.
import { releaseProxy, transfer } from "comlink";
import type { ProgressListener, SieveWorker } from "../src/bridge/worker-interface.ts";
import { CompressorError } from "../src/core/error.ts";
import { scoreCompat } from "./compat-scoring.ts";
import { toCompressorError } from "./failure.ts";
import { type Engine, loadModel } from "./load-model.ts";
import { macrotask } from "./macrotask.ts";
import type { OpenRuntime } from "./runtime.ts";
import { scoreText } from "./scoring.ts";
import { WindowCache } from "./window-cache.ts";

/** The worker's state and its verbs. Errors leave as `CompressorError`. */
export function createSieveWorker(openRuntime: OpenRuntime): SieveWorker {
	const cache = new WindowCache();
	const compatCache = new WindowCache();
	const cancelled = new Map<number, boolean>();
	let engine: Engine | undefined;

	return {
		async load(request, onProgress) {
			try {
				engine = await loadModel(request, detached(onProgress), openRuntime);
				return engine.info;
			} catch (error) {
				throw toCompressorError(
					error,
					"model-load-failed",
					`The model at ${request.model.url} could not be loaded`,
				);
			} finally {
				release(onProgress);
			}
		},

		async score({ jobId, text, question, compat }, onProgress) {
			if (!engine) throw new CompressorError("worker-crashed", "score was called before load.");
			cancelled.set(jobId, false);
			try {
				const pause = async () => {
					await macrotask();
					if (cancelled.get(jobId)) throw new CompressorError("aborted", "The score was cancelled.");
				};
				const input = { text, question };
				const response = compat
					? await scoreCompat(engine, compatCache, compat, detached(onProgress), pause)
					: await scoreText(engine, cache, input, detached(onProgress), pause);
				const { blocks, ...columns } = response.words;
				const arrays = [...Object.values(columns), ...Object.values(blocks)];
				return transfer(response, arrays.map((array) => array.buffer) as ArrayBuffer[]);
			} catch (error) {
				throw toCompressorError(error, "worker-crashed", "The text could not be scored");
			} finally {
				cancelled.delete(jobId);
				release(onProgress);
			}
		},

		cancel(jobId) {
			if (cancelled.has(jobId)) cancelled.set(jobId, true);
		},
	};
}

/** Over the bridge a listener answers with a promise; progress waits for nobody and never fails a job. */
function detached(onProgress: ProgressListener): ProgressListener {
	return (event) => {
		Promise.resolve(onProgress(event)).catch(() => {});
	};
}

/** Closes the port behind a proxied listener, now rather than when it's collected. */
function release(listener: ProgressListener): void {
	const port = listener as ProgressListener & { [releaseProxy]?: () => void };
	port[releaseProxy]?.();
}
