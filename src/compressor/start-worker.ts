// From a device preference to a worker with a loaded model: tries the candidates, each in a fresh
// worker, since a failed session spoils later ones in the same worker.

import type { Connection } from "../bridge/connect.ts";
import type { ModelInfo, ProgressListener } from "../bridge/worker-interface.ts";
import { CompressorError } from "../core/error.ts";
import type { FileUrls, LocatedModel } from "../models/model-spec.ts";
import { abortError, throwIfAborted } from "./abort.ts";
import { type DevicePreference, deviceCandidates, type FindDevices } from "./device-candidates.ts";

/** A worker that can score. */
export interface RunningWorker {
	readonly connection: Connection;
	readonly info: ModelInfo;
}

export interface StartRequest {
	readonly model: LocatedModel;
	readonly device: DevicePreference;
	readonly wasmUrl: string;
	readonly wasmFiles?: FileUrls | undefined;
	/** Starts a worker of its own for every candidate. */
	readonly connect: () => Connection;
	/** Default: the browser's devices. */
	readonly findDevices?: FindDevices;
}

/**
 * The first candidate that loads and passes its self-test.
 *
 * @param signal ends the worker, the one that is loading as well as the one that came of it.
 * @throws CompressorError of the last candidate.
 */
export async function startWorker(
	{ model, device: preference, wasmUrl, wasmFiles, connect, findDevices = deviceCandidates }: StartRequest,
	onProgress: ProgressListener,
	signal: AbortSignal,
): Promise<RunningWorker> {
	const candidates = await findDevices(preference);
	const report = onlyGrowing(onProgress);
	let failure = new CompressorError("no-device", `device "${preference}": there is none to try.`);
	let refused = "";
	for (const { device, why } of candidates) {
		throwIfAborted(signal);
		const connection = connect();
		const stop = () => connection.close(abortError(signal));
		signal.addEventListener("abort", stop, { once: true });
		try {
			const info = await connection.load({ model, device, wasmUrl, wasmFiles }, report);
			return { connection, info: { ...info, reason: `${deviceName(info)}: ${why}${refused}.` } };
		} catch (error) {
			signal.removeEventListener("abort", stop);
			throwIfAborted(signal);
			failure = asCompressorError(error);
			connection.close(failure);
			refused += ` (${failure.message.replace(/\.$/, "")})`;
		}
	}
	throw failure;
}

function asCompressorError(error: unknown): CompressorError {
	return error instanceof CompressorError
		? error
		: new CompressorError("worker-crashed", String(error), { cause: error });
}

function deviceName({ device, threads }: ModelInfo): string {
	if (device === "webgpu") return "WebGPU";
	return `${device === "cpu" ? "Native code" : "WASM"} with ${threads} thread${threads === 1 ? "" : "s"}`;
}

/** A file that a second candidate loads again starts at nothing; what the caller sees only grows. */
function onlyGrowing(onProgress: ProgressListener): ProgressListener {
	const seen = new Map<string, number>();
	return (event) => {
		if (event.stage === "download") {
			if (event.loaded < (seen.get(event.file) ?? 0)) return;
			seen.set(event.file, event.loaded);
		}
		onProgress(event);
	};
}
