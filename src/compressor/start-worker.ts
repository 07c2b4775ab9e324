// From a device candidate to a worker with a loaded model. Every candidate gets a fresh worker, since a failed
// session spoils later ones in the same worker.

import type { Connection } from "../bridge/connect.ts";
import { sharesMemory } from "../bridge/shared-memory.ts";
import type { ModelInfo, ProgressListener } from "../bridge/worker-interface.ts";
import { asCompressorError } from "../core/as-compressor-error.ts";
import type { CompressorError } from "../core/error.ts";
import type { FileUrls, LocatedModel } from "../models/model-spec.ts";
import { abortError, throwIfAborted } from "./abort.ts";
import type { DeviceCandidate, DevicePreference, FindDevices } from "./device/device-candidates.ts";
import { inShort } from "./device/device-words.ts";

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
 * Starts a worker for the candidate. WASM that fails to start with threads gets another worker with one; unless it's
 * for want of a file.
 *
 * @param signal ends the worker, while it loads and afterwards
 * @throws CompressorError what the worker said last
 */
export async function startWorker(
	{ device, threads }: Pick<DeviceCandidate, "device" | "threads">,
	{ model, wasmUrl, wasmFiles, connect }: StartRequest,
	onProgress: ProgressListener,
	signal: AbortSignal,
): Promise<RunningWorker> {
	throwIfAborted(signal);
	const connection = connect();
	const stop = () => connection.close(abortError(signal));
	signal.addEventListener("abort", stop, { once: true });
	let hasFiles = false;
	let failure: CompressorError;
	try {
		const info = await connection.load({ model, device, threads, wasmUrl, wasmFiles }, (event) => {
			if (event.stage === "warm-up") hasFiles = true;
			onProgress(event);
		});
		return { connection, info };
	} catch (error) {
		signal.removeEventListener("abort", stop);
		throwIfAborted(signal);
		failure = asCompressorError(error);
		connection.close(failure);
		// Threads start while files come: a worker that dies meanwhile may do so of them.
		hasFiles ||= failure.code === "worker-crashed";
		if (device !== "wasm" || threads === 1 || !hasFiles || !sharesMemory()) throw failure;
	}
	const request = { model, device: "wasm", wasmUrl, wasmFiles, connect } as const;
	const { connection: second, info } = await startWorker({ device, threads: 1 }, request, onProgress, signal);
	const reason = `with threads it did not start (${inShort(failure.message)})`;
	return { connection: second, info: { ...info, reason } };
}
