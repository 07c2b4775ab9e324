// The façade: checks options, counts LLM tokens, remembers scores, and hands texts to the scorer.
// Nothing is loaded before the first call.

import { type Connect, connect } from "./bridge/connect.ts";
import type { ModelInfo, ScoreInput } from "./bridge/worker-interface.ts";
import { throwIfAborted } from "./compressor/abort.ts";
import {
	type CompressOptions,
	type CompressorOptions,
	checkCompressOptions,
	checkLoadOptions,
	checkScoreOptions,
	checkText,
	type LoadOptions,
	type ResolvedOptions,
	resolveOptions,
	type ScoreOptions,
} from "./compressor/compressor-options.ts";
import { createScoredText, createSource, type ScoredText, type Source } from "./compressor/scored-text.ts";
import { Scorer } from "./compressor/scorer.ts";
import { SharedTask } from "./compressor/shared-task.ts";
import { TextCache } from "./compressor/text-cache.ts";
import { customCounter, loadCounter, type TokenCounter } from "./core/count/count.ts";
import { CompressorError } from "./core/error.ts";
import type { CompressResult } from "./core/result.ts";
import { emptyWordTable } from "./core/word-table.ts";

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
	 * Scores `text` once, to select from it as often as wanted; with a `question`, for that question.
	 *
	 * @throws CompressorError any code.
	 *
	 * @example
	 * const scored = await compressor.score(prompt);
	 * slider.oninput = () => show(scored.select({ rate: Number(slider.value) }));
	 */
	score(text: string, options?: ScoreOptions): Promise<ScoredText>;

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
	return createCompressorOver(connect, options);
}

/** {@link createCompressor} over another way to start a worker. */
export function createCompressorOver(connect: Connect, options: CompressorOptions): Compressor {
	const { model, device, wasmUrl, countTokens, onProgress } = resolveOptions(options);
	const life = new AbortController();
	const scorer = new Scorer({ model, device, wasmUrl, connect }, onProgress);
	const counter = new SharedTask(() => startCounter(countTokens));
	const sources = new TextCache<Source>();

	const lifeAnd = (signal?: AbortSignal) => (signal ? AbortSignal.any([life.signal, signal]) : life.signal);

	/** The counter's start blocks the main thread for a moment, so it's over before scoring begins. */
	const loadAll = async (signal: AbortSignal) => {
		const [info] = await Promise.all([scorer.load(signal), counter.get(signal)]);
		return info;
	};

	const sourceOf = async (input: ScoreInput, signal: AbortSignal): Promise<Source> => {
		throwIfAborted(signal);
		const known = sources.get(input);
		if (known) return known;
		const source = input.text.trim() === "" ? await wordless(input, signal) : await scoreNew(input, signal);
		sources.set(input, source);
		return source;
	};

	/** A text without a word needs no model. */
	const wordless = async (input: ScoreInput, signal: AbortSignal): Promise<Source> =>
		createSource(input, { words: emptyWordTable(), warnings: [] }, await counter.get(signal), {
			model: model.id,
			device: scorer.info?.device ?? (device === "webgpu" ? "webgpu" : "wasm"),
		});

	const scoreNew = async (input: ScoreInput, signal: AbortSignal): Promise<Source> => {
		await loadAll(signal);
		const scores = await scorer.score(input, signal);
		return createSource(input, scores, await counter.get(signal), scores.info);
	};

	return {
		async load(options = {}) {
			checkLoadOptions(options);
			return loadAll(lifeAnd(options.signal));
		},

		async score(text, options = {}) {
			checkText(text);
			checkScoreOptions(options);
			const { question, protect, signal } = options;
			return createScoredText(await sourceOf(inputOf(text, question), lifeAnd(signal)), protect);
		},

		async compress(text, options = {}) {
			checkText(text);
			checkCompressOptions(options, text.length);
			const { question, signal, ...selectOptions } = options;
			const source = await sourceOf(inputOf(text, question), lifeAnd(signal));
			return createScoredText(source).select(selectOptions);
		},

		async dispose() {
			if (life.signal.aborted) return;
			const reason = new CompressorError("disposed", "The compressor was disposed of.");
			life.abort(reason);
			scorer.dispose(reason);
			sources.clear();
		},
	};
}

/** White space around a question makes no other question, and a blank one is none. */
function inputOf(text: string, question: string | undefined): ScoreInput {
	return { text, question: question?.trim() || undefined };
}

async function startCounter(countTokens: ResolvedOptions["countTokens"]): Promise<TokenCounter> {
	if (typeof countTokens === "function") return customCounter(countTokens);
	try {
		return await loadCounter(countTokens);
	} catch (error) {
		throw new CompressorError("model-load-failed", `The ${countTokens} token counter could not be loaded.`, {
			cause: error,
		});
	}
}
