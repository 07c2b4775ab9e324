// The worker's side of the interface: one engine, and the jobs that a cancel can reach.
import { releaseProxy, transfer } from "comlink";
import { macrotask } from "../src/bridge/pauses.ts";
import type { ScoreEvent, SieveWorker } from "../src/bridge/worker-interface.ts";
import { CompressorError } from "../src/core/error.ts";
import { measureDevice } from "./device/measure-device.ts";
import type { OpenRuntime } from "./device/runtime.ts";
import { warmLengths } from "./device/warm-lengths.ts";
import { toCompressorError } from "./failure.ts";
import { createHeart } from "./heartbeat.ts";
import { type Engine, loadModel } from "./model/load-model.ts";
import { scoreCompat } from "./scoring/compat-scoring.ts";
import { scoreText } from "./scoring/scoring.ts";
import { WindowCache } from "./scoring/window-cache.ts";

/**
 * The worker's state and its verbs. Errors leave as `CompressorError`.
 *
 * @param beat gives the main thread a sign of life
 */
export function createSieveWorker(openRuntime: OpenRuntime, beat: () => void): SieveWorker {
	const cache = new WindowCache();
	const compatCache = new WindowCache();
	const cancelled = new Map<number, boolean>();
	const heart = createHeart(beat);
	let engine: Engine | undefined;
	/** Leaves the device to a call. */
	let endWarming = async () => {};
	const warmUp = (ready: Engine) => {
		if (ready.info.device === "webgpu") endWarming = warmLengths(ready);
	};

	const loaded = async (): Promise<Engine> => {
		await endWarming();
		if (engine) return engine;
		throw new CompressorError(
			"worker-crashed",
			"The worker was asked for scores before its model was loaded.",
		);
	};

	/** Over the bridge a listener answers with a promise; progress waits for nobody and never fails a job. */
	const detached =
		<Event>(listener: (event: Event) => void) =>
		(event: Event) => {
			heart.step();
			Promise.resolve(listener(event)).catch(() => {});
		};

	return {
		load: (request, onProgress) =>
			heart.during(async () => {
				try {
					engine = await loadModel(request, detached(onProgress), openRuntime);
					warmUp(engine);
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
			}),

		measure: (reference) =>
			heart.during(async () => {
				try {
					const ready = await loaded();
					const measurement = await measureDevice(ready, reference, heart.step);
					warmUp(ready);
					return measurement;
				} catch (error) {
					throw toCompressorError(error, "worker-crashed", "The device could not be measured");
				}
			}),

		score: ({ jobId, text, question, compat, known = [] }, onEvent) =>
			heart.during(async () => {
				cancelled.set(jobId, false);
				const own = compat ? compatCache : cache;
				try {
					const ready = await loaded();
					const pause = async () => {
						heart.step();
						await macrotask();
						if (cancelled.get(jobId)) throw new CompressorError("aborted", "The score was cancelled.");
					};
					const tell = detached<ScoreEvent>(onEvent);
					for (const window of known) own.restore(window);
					own.onSet = (window) => tell({ stage: "window", ...window });
					const input = { text, question };
					const response = compat
						? await scoreCompat(ready, compatCache, compat, tell, pause)
						: await scoreText(ready, cache, input, tell, pause);
					const { blocks, isData: _, ...columns } = response.words;
					const arrays = [...Object.values(columns), ...Object.values(blocks)];
					return transfer(response, arrays.map((array) => array.buffer) as ArrayBuffer[]);
				} catch (error) {
					throw toCompressorError(error, "worker-crashed", "The text could not be scored");
				} finally {
					own.onSet = () => {};
					cancelled.delete(jobId);
					release(onEvent);
				}
			}),

		cancel(jobId) {
			if (cancelled.has(jobId)) cancelled.set(jobId, true);
		},
	};
}

/** Closes the port behind a proxied listener, now rather than when it's collected. */
function release(listener: object): void {
	const port = listener as { [releaseProxy]?: () => void };
	port[releaseProxy]?.();
}
