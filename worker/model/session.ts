// The model as a function from token ids to probabilities, on one device.
import type { TokenScores } from "../../src/bridge/worker-interface.ts";
import { guardGpu } from "../device/gpu-device.ts";
import type { Runtime, RuntimeRequest } from "../device/runtime.ts";
import { toCompressorError } from "../failure.ts";
import type { ExternalData } from "./external-data.ts";
import { readAnswer, readGraph } from "./graph-signature.ts";

export interface SessionRequest extends Pick<RuntimeRequest, "device" | "gpu"> {
	/** Being started. */
	readonly runtime: Promise<Runtime>;
	readonly model: Uint8Array;
	/** Weights that the graph keeps elsewhere. */
	readonly externalData?: readonly ExternalData[];
	/** Token id that fills up a padded window. */
	readonly pad: number;
	/** Of a graph that answers `logits`: which of the two labels means "keep". Default 1. */
	readonly keepLabel?: number | undefined;
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
 * Makes the session once the runtime has started.
 *
 * @throws CompressorError "no-device", "out-of-memory" or "model-load-failed".
 */
export async function createSession(request: SessionRequest): Promise<WindowClassifier> {
	const { model, device, gpu, externalData = [], keepLabel = 1 } = request;
	const guard = gpu ? guardGpu(gpu) : unguarded;
	const { threads, createSession, createTensor } = await guard(request.runtime);
	const creating = createSession(model, {
		graphOptimizationLevel: "all",
		logSeverityLevel: 3,
		...(externalData.length > 0 && { externalData }),
		// Hands out work in small blocks, so that a thread held up by other programs holds up less.
		extra: { session: { dynamic_block_base: "4" } },
	});
	const session = await guard(creating).catch((error: unknown) => {
		throw toCompressorError(error, "model-load-failed", "The model could not be started");
	});
	const graph = readGraph(session);

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
			const columns = { input_ids: ids, attention_mask: mask, token_type_ids: new BigInt64Array(length) };
			const feeds = Object.fromEntries(
				graph.inputs.map((name) => [name, createTensor(columns[name], [1, length])]),
			);
			// An output that is not named is not copied out of the runtime.
			const outputs = withRelevance ? [graph.output, "relevance"] : [graph.output];
			const output = await guard(session.run(feeds, outputs));
			return {
				keepProbability: readAnswer(output, graph.output, inputIds.length, length, keepLabel),
				relevance: withRelevance
					? readAnswer(output, "relevance", inputIds.length, length, keepLabel)
					: undefined,
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
