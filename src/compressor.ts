// The façade: checks options, counts LLM tokens, remembers scores, and hands texts to the scorer.
// Nothing is loaded before the first call.

import { type Connect, connect } from "./bridge/connect.ts";
import type { ModelInfo, ScoreInput } from "./bridge/worker-interface.ts";
import { throwIfAborted } from "./compressor/abort.ts";
import { createCompat } from "./compressor/compat.ts";
import { choosesCompat } from "./compressor/compat-options.ts";
import {
	type CompressContextsOptions,
	type CompressOptions,
	type CompressorOptions,
	checkCompressContextsOptions,
	checkCompressOptions,
	checkInput,
	checkLoadOptions,
	checkScoreOptions,
	type LoadOptions,
	type ResolvedOptions,
	resolveOptions,
	type ScoreOptions,
} from "./compressor/compressor-options.ts";
import { ContextsSources } from "./compressor/contexts-sources.ts";
import { createScoredContexts, type ScoredContexts } from "./compressor/scored-contexts.ts";
import {
	createScoredText,
	createSource,
	type ScoredText,
	type Source,
	type TextScores,
} from "./compressor/scored-text.ts";
import { Scorer } from "./compressor/scorer.ts";
import { SharedTask } from "./compressor/shared-task.ts";
import { TextCache } from "./compressor/text-cache.ts";
import type { ContextsResult } from "./core/contexts/contexts-result.ts";
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
	return createCompressorOver(connect, options);
}

/** {@link createCompressor} over another way to start a worker. */
export function createCompressorOver(connect: Connect, options: CompressorOptions): Compressor {
	const { model, device, wasmUrl, countTokens, onProgress } = resolveOptions(options);
	const life = new AbortController();
	const scorer = new Scorer({ model, device, wasmUrl, connect }, onProgress);
	const counter = new SharedTask(() => startCounter(countTokens));
	const sources = new TextCache<Source>();
	const contextsSources = new ContextsSources(
		async (input, signal, report) => sources.get(input) ?? (await scoresOf(input, signal, report)),
		(signal) => counter.get(signal),
		() => unasked(),
		onProgress,
	);

	const compat = createCompat({
		load: (signal) => loadAll(signal),
		score: (input, signal) => scorer.score(input, signal),
		counter: (signal) => counter.get(signal),
		unasked: () => unasked(),
	});

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
		const source = createSource(input, await scoresOf(input, signal), await counter.get(signal));
		sources.set(input, source);
		return source;
	};

	const scoresOf = async (
		input: ScoreInput,
		signal: AbortSignal,
		report = onProgress,
	): Promise<TextScores> => {
		if (input.text.trim() === "") return { words: emptyWordTable(), warnings: [], ...unasked() };
		await loadAll(signal);
		const { words, warnings, info } = await scorer.score(input, signal, report);
		return { words, warnings, model: info.model, device: info.device };
	};

	/** Of a text without a word, which needs no model. */
	const unasked = (): Pick<TextScores, "model" | "device"> => ({
		model: model.id,
		device: scorer.info?.device ?? (device === "webgpu" ? "webgpu" : "wasm"),
	});

	function score(text: string, options?: ScoreOptions): Promise<ScoredText>;
	function score(contexts: readonly string[], options?: ScoreOptions): Promise<ScoredContexts>;
	async function score(input: string | readonly string[], options: ScoreOptions = {}) {
		const texts = checkInput(input);
		checkScoreOptions(options);
		const { question, protect, signal } = options;
		if (typeof texts !== "string") {
			return createScoredContexts(
				await contextsSources.get(inputOf(texts, question), lifeAnd(signal)),
				protect,
			);
		}
		return createScoredText(await sourceOf(inputOf(texts, question), lifeAnd(signal)), protect);
	}

	function compress(text: string, options?: CompressOptions): Promise<CompressResult>;
	function compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;
	async function compress(
		input: string | readonly string[],
		options: CompressOptions | CompressContextsOptions = {},
	) {
		const texts = checkInput(input);
		if (choosesCompat(options, typeof texts === "string"))
			return compat(texts, options, lifeAnd(options.signal));
		if (typeof texts !== "string") {
			checkCompressContextsOptions(options, texts);
			const { question, signal, ...selectOptions } = options;
			const source = await contextsSources.get(inputOf(texts, question), lifeAnd(signal));
			return source.select(selectOptions);
		}
		checkCompressOptions(options, texts.length);
		const { question, signal, ...selectOptions } = options;
		const source = await sourceOf(inputOf(texts, question), lifeAnd(signal));
		return createScoredText(source).select(selectOptions);
	}

	return {
		async load(options = {}) {
			checkLoadOptions(options);
			return loadAll(lifeAnd(options.signal));
		},

		score,
		compress,

		async dispose() {
			if (life.signal.aborted) return;
			const reason = new CompressorError("disposed", "The compressor was disposed of.");
			life.abort(reason);
			scorer.dispose(reason);
			sources.clear();
			contextsSources.clear();
		},
	};
}

/** White space around a question makes no other question, and a blank one is none. */
function inputOf<Text>(
	text: Text,
	question: string | undefined,
): { text: Text; question: string | undefined } {
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
