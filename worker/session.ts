// The model as a function from token ids to keep probabilities, on one device. The only file that
// knows onnxruntime-web.
import type { Env, InferenceSession } from "onnxruntime-web";
import { CompressorError } from "../src/core/error.ts";
import type { Device } from "../src/core/result.ts";
import { toCompressorError } from "./failure.ts";
import { threadCount } from "./thread-count.ts";

export interface SessionRequest {
	readonly device: Device;
	/** Needed for "webgpu". */
	readonly gpu?: GPUDevice | undefined;
	readonly model: Uint8Array;
	/** Absolute URL of onnxruntime-web's glue module; it and its threads are loaded from there. */
	readonly glueUrl: string;
	/** Content of the wasm file that belongs to the glue. */
	readonly wasm: Uint8Array<ArrayBuffer>;
	/** Token id that fills up a padded window. */
	readonly pad: number;
}

/** A loaded model. */
export interface WindowClassifier {
	/** Wasm threads; 1 on WebGPU. */
	readonly threads: number;
	/**
	 * Keep probabilities of one window, one a token.
	 *
	 * @param inputIds the two special tokens included, at most the model's `maxTokens`.
	 */
	classify(inputIds: Uint32Array): Promise<Float32Array>;
}

/** WebGPU compiles its pipelines per shape, so lengths are padded up to one of these. */
const paddedLengths = [64, 128, 256, 384, 512];

/**
 * Starts the runtime and makes the session.
 *
 * @throws CompressorError "no-device", "out-of-memory" or "model-load-failed".
 */
export async function createSession(request: SessionRequest): Promise<WindowClassifier> {
	const threads =
		request.device === "wasm" ? threadCount(navigator.hardwareConcurrency, self.crossOriginIsolated) : 1;
	const ort = await importRuntime(request.device);
	configure(ort.env, request, threads);
	const session = await ort.InferenceSession.create(request.model, {
		executionProviders: [request.gpu ? { name: "webgpu", device: request.gpu } : request.device],
		graphOptimizationLevel: "all",
		logSeverityLevel: 3,
		// Hands out work in small blocks, so that a thread held up by other programs holds up less.
		extra: { session: { dynamic_block_base: "4" } },
	}).catch((error: unknown) => {
		throw toCompressorError(
			error,
			"model-load-failed",
			`The model could not be started (${request.glueUrl})`,
		);
	});
	// The runtime has compiled it; keeping the bytes would cost as much again.
	delete ort.env.wasm.wasmBinary;

	return {
		threads,
		async classify(inputIds) {
			const length = request.device === "webgpu" ? paddedLength(inputIds.length) : inputIds.length;
			const ids = new BigInt64Array(length).fill(BigInt(request.pad));
			const mask = new BigInt64Array(length);
			for (let i = 0; i < inputIds.length; i++) {
				ids[i] = BigInt(inputIds[i] ?? 0);
				mask[i] = 1n;
			}
			const output = await session.run({
				input_ids: new ort.Tensor("int64", ids, [1, length]),
				attention_mask: new ort.Tensor("int64", mask, [1, length]),
			});
			return keepProbabilities(output, inputIds.length);
		},
	};
}

/** Each device has its own build; only the one that is used is loaded. */
function importRuntime(device: Device) {
	return device === "webgpu" ? import("onnxruntime-web/webgpu") : import("onnxruntime-web/wasm");
}

function configure(env: Env, request: SessionRequest, threads: number): void {
	env.logLevel = "error";
	env.wasm.numThreads = threads;
	env.wasm.wasmPaths = { mjs: request.glueUrl };
	env.wasm.wasmBinary = request.wasm.buffer;
}

function paddedLength(length: number): number {
	return paddedLengths.find((padded) => padded >= length) ?? length;
}

function keepProbabilities(output: InferenceSession.OnnxValueMapType, length: number): Float32Array {
	const data = output.keep_probability?.data;
	if (!(data instanceof Float32Array) || data.length < length) {
		throw new CompressorError("model-load-failed", "The model has no float32 output keep_probability.");
	}
	return data.slice(0, length);
}
