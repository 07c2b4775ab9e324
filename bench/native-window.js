// The reference: the same model file and window on onnxruntime-node with one thread.
import { InferenceSession, Tensor } from "onnxruntime-node";

/**
 * @param {string} modelPath
 * @returns {Promise<(ids: readonly number[]) => Promise<number>>} runs one window, resolves to milliseconds
 */
export async function openNativeWindow(modelPath) {
	const session = await InferenceSession.create(modelPath, {
		executionProviders: ["cpu"],
		graphOptimizationLevel: "all",
		intraOpNumThreads: 1,
		interOpNumThreads: 1,
	});
	return async (ids) => {
		const shape = [1, ids.length];
		const began = performance.now();
		await session.run({
			input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
			attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
		});
		return performance.now() - began;
	};
}
