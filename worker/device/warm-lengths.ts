// WebGPU compiles its pipelines once for every padded length. After loading, while the person still reads or types,
// the worker runs each length once, so that the first text need not wait for it.

import { macrotask } from "../../src/bridge/pauses.ts";
import type { Engine } from "../model/load-model.ts";
import { paddedLengths } from "../model/session.ts";

/** Milliseconds without a call: where a text waits for the model, it comes sooner. */
const delay = 300;

/**
 * Longest first: that of a text that fits into one input, or of any model without shorter windows.
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
	let running = Promise.resolve();
	const timer = setTimeout(() => {
		running = run().catch(() => {
			// The device has failed: the next call hears of it.
		});
	}, delay);
	return () => {
		clearTimeout(timer);
		ended = true;
		return running;
	};
}
