// What a session needs of the library that computes: the browser's worker and a Node thread each bring theirs.
import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { Device } from "../../src/core/result.ts";

export interface RuntimeRequest {
	readonly device: Device;
	/** At most so many wasm threads. Default: as many as help. */
	readonly maxThreads?: number | undefined;
	/** Needed for "webgpu". */
	readonly gpu?: GPUDevice | undefined;
	/** The files of onnxruntime-web; needed for "webgpu" and "wasm". */
	readonly web?: WebRuntime | undefined;
}

export interface WebRuntime {
	/** Absolute URL of onnxruntime-web's glue module; it and its threads are loaded from there. */
	readonly glueUrl: string;
	/** Compiled from the wasm file that belongs to the glue. */
	readonly wasm: WebAssembly.Module;
}

/** A runtime that is started, and ready to make one session. */
export interface Runtime {
	/** Threads that compute; 1 on WebGPU. */
	readonly threads: number;
	readonly createSession: (
		model: Uint8Array,
		options: InferenceSession.SessionOptions,
	) => Promise<InferenceSession>;
	readonly createTensor: (data: BigInt64Array, dims: readonly number[]) => Tensor;
}

/**
 * Starts the runtime.
 *
 * @throws CompressorError "no-device" where this thread has no such device; else what the runtime throws.
 */
export type OpenRuntime = (request: RuntimeRequest) => Promise<Runtime>;
