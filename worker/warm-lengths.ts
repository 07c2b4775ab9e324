// WebGPU compiles its pipelines once for every padded length. After loading, while the person still reads or types,
// the worker runs each length once, so that the first text need not wait for it.
import type { Engine } from "./load-model.ts";
import { macrotask } from "./macrotask.ts";
import { paddedLengths } from "./session.ts";

/**
 * Begins at once, longest first, as most windows of a long text are.
 *
 * @returns ends it, for a call that wants the device: resolves when the run under way is over
 */
export function warmLengths({
	classifier,
	manifest,
}: Pick<Engine, "classifier" | "manifest">): () => Promise<void> {
	let ended = false;
	const run = async () => {
		for (const length of paddedLengths.toReversed()) {
			// Lets in a call that has already come.
			await macrotask();
			if (ended) return;
			if (length <= manifest.maxTokens)
				await classifier.classify(new Uint32Array(length).fill(manifest.eos), false);
		}
	};
	const running = run().catch(() => {
		// The device has failed: the next call hears of it.
	});
	return () => {
		ended = true;
		return running;
	};
}
