// The library's face: makes compressors that load what they need on the first call.
import type { ModelInfo } from "./bridge/worker-interface.ts";
import {
	type CompressContextsOptions,
	type CompressOptions,
	type CompressorOptions,
	type LoadOptions,
	resolveOptions,
	type ScoreOptions,
} from "./compressor/compressor-options.ts";
import type { ScoredContexts } from "./compressor/contexts/scored-contexts.ts";
import { createLazyCompressor } from "./compressor/lazy-compressor.ts";
import type { ScoredText } from "./compressor/scored-text.ts";
import type { ContextsResult } from "./core/contexts/contexts-result.ts";
import type { CompressResult } from "./core/result.ts";

/** Compresses prompts in a worker of its own. Made by {@link createCompressor}. */
export interface Compressor {
	/**
	 * Loads model and token counter ahead of the first text. Optional: `compress` and `score` load by themselves.
	 *
	 * @throws CompressorError "model-load-failed", "no-device", "out-of-memory", "aborted" or "disposed".
	 *   After a failure the next call tries again.
	 */
	load(options?: LoadOptions): Promise<ModelInfo>;

	/**
	 * The words of `text` that matter, as many as the options say. The model runs only if the text, or the
	 * question, is new.
	 *
	 * @throws CompressorError any code; the source text is untouched.
	 *
	 * @example
	 * const { text, ratio } = await compressor.compress(prompt, { rate: 0.5 });
	 */
	compress(text: string, options?: CompressOptions): Promise<CompressResult>;

	/**
	 * The words of several contexts that matter, retrieved passages say: one ranking and one budget over all of them,
	 * each rendered by itself. With a `question`, contexts that do not help fall away whole first.
	 *
	 * @throws CompressorError any code.
	 *
	 * @example
	 * const { contexts } = await compressor.compress(passages, { question, targetTokens: 1000, minPerContext: 20 });
	 * const prompt = contexts.map(({ text }) => text).filter(Boolean).join("\n\n");
	 */
	compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;

	/**
	 * Scores `text` once, to select from it as often as wanted; with a `question`, for that question.
	 *
	 * @throws CompressorError any code.
	 *
	 * @example
	 * const scored = await compressor.score(prompt);
	 * slider.oninput = () => show(scored.select({ rate: Number(slider.value) }));
	 */
	score(text: string, options?: ScoreOptions): Promise<ScoredText>;

	/**
	 * Scores several contexts once, each by itself, to select from all of them together as often as wanted.
	 *
	 * @throws CompressorError any code.
	 *
	 * @example
	 * const scored = await compressor.score(passages, { question });
	 * slider.oninput = () => show(scored.select({ rate: Number(slider.value) }).contexts);
	 */
	score(contexts: readonly string[], options?: ScoreOptions): Promise<ScoredContexts>;

	/** Ends the worker and frees its memory. Pending and later calls reject with code "disposed". Idempotent. */
	dispose(): Promise<void>;
}

/**
 * A compressor. Synchronous; fetches nothing and starts no worker before its first call.
 *
 * @throws CompressorError "invalid-option" that names the option and the value.
 *
 * @example
 * const compressor = createCompressor();
 * const { text } = await compressor.compress(prompt, { targetTokens: 500 });
 * await compressor.dispose();
 */
export function createCompressor(options: CompressorOptions = {}): Compressor {
	return createLazyCompressor(() => import("./bridge/connect.ts"), resolveOptions(options));
}
