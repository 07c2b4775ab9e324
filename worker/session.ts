// The model as a function from token ids to probabilities, on one device.
import type { InferenceSession } from "onnxruntime-web";
import type { TokenScores } from "../src/bridge/worker-interface.ts";
import { CompressorError } from "../src/core/error.ts";
import { toCompressorError } from "./failure.ts";
import { guardGpu } from "./gpu-device.ts";
import type { OpenRuntime, RuntimeRequest } from "./runtime.ts";

export interface SessionRequest extends RuntimeRequest {
	readonly model: Uint8Array;
	/** Token id that fills up a padded window. */
	readonly pad: number;
	readonly openRuntime: OpenRuntime;
}

/** A loaded model. */
export interface WindowClassifier {
	/** Threads that compute; 1 on WebGPU. */
	readonly threads: number;
	/**
	 * What the model says of one window, special tokens and question included.
	 *
	 * @param inputIds at most the model's `maxTokens`.
	 * @param withRelevance whether to read the relevance too; it means something only after a question.
	 */
	classify(inputIds: Uint32Array, withRelevance: boolean): Promise<TokenScores>;
}

/** WebGPU compiles its pipelines per shape, so lengths are padded up to one of these. */
export const paddedLengths = [64, 128, 256, 384, 512];

/**
 * Starts the runtime and makes the session.
 *
 * @throws CompressorError "no-device", "out-of-memory" or "model-load-failed".
 */
export async function createSession(request: SessionRequest): Promise<WindowClassifier> {
	const { openRuntime, model, device, gpu } = request;
	const guard = gpu ? guardGpu(gpu) : unguarded;
	const { threads, createSession, createTensor } = await openRuntime(request);
	const creating = createSession(model, {
		graphOptimizationLevel: "all",
		logSeverityLevel: 3,
		// Hands out work in small blocks, so that a thread held up by other programs holds up less.
		extra: { session: { dynamic_block_base: "4" } },
	});
	const session = await guard(creating).catch((error: unknown) => {
		const from = request.web ? ` (${request.web.glueUrl})` : "";
		throw toCompressorError(error, "model-load-failed", `The model could not be started${from}`);
	});

	return {
		threads,
		async classify(inputIds, withRelevance) {
			const length = device === "webgpu" ? paddedLength(inputIds.length) : inputIds.length;
			const ids = new BigInt64Array(length).fill(BigInt(request.pad));
			const mask = new BigInt64Array(length);
			for (let i = 0; i < inputIds.length; i++) {
				ids[i] = BigInt(inputIds[i] ?? 0);
				mask[i] = 1n;
			}
			const feeds = {
				input_ids: createTensor(ids, [1, length]),
				attention_mask: createTensor(mask, [1, length]),
			};
			// An output that is not named is not copied out of the runtime.
			const outputs = withRelevance ? ["keep_probability", "relevance"] : ["keep_probability"];
			const output = await guard(session.run(feeds, outputs));
			return {
				keepProbability: probabilities(output, "keep_probability", inputIds.length),
				relevance: withRelevance ? probabilities(output, "relevance", inputIds.length) : undefined,
			};
		},
	};
}

function unguarded<T>(work: Promise<T>): Promise<T> {
	return work;
}

function paddedLength(length: number): number {
	return paddedLengths.find((padded) => padded >= length) ?? length;
}

function probabilities(
	output: InferenceSession.OnnxValueMapType,
	name: string,
	length: number,
): Float32Array {
	const data = output[name]?.data;
	if (!(data instanceof Float32Array) || data.length < length) {
		throw new CompressorError("model-load-failed", `The model has no float32 output ${name}.`);
	}
	return data.slice(0, length);
}
