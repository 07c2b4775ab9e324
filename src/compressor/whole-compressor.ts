// The façade's inside: checks the calls' options, counts LLM tokens, remembers scores, and hands texts to the
// scorer. Loaded by the first call.

import type { Connect } from "../bridge/connect.ts";
import { macrotask } from "../bridge/pauses.ts";
import type { ScoreInput } from "../bridge/worker-interface.ts";
import type { Compressor } from "../compressor.ts";
import type { ContextsResult } from "../core/contexts/contexts-result.ts";
import { customCounter, loadCounter, type TokenCounter } from "../core/count/count.ts";
import type { CompressResult } from "../core/result.ts";
import type { Steps } from "../core/steps.ts";
import { emptyWordTable } from "../core/word-table.ts";
import { resolveModel } from "../models/resolve-model.ts";
import { throwIfAborted } from "./abort.ts";
import {
	checkCompressContextsOptions,
	checkCompressOptions,
	checkInput,
	checkLoadOptions,
	checkScoreOptions,
} from "./call-checks.ts";
import { createCompat } from "./compat/compat.ts";
import { choosesCompat } from "./compat/compat-options.ts";
import {
	type CompressContextsOptions,
	type CompressOptions,
	type CompressorOptions,
	type ResolvedOptions,
	resolveOptions,
	type ScoreOptions,
} from "./compressor-options.ts";
import { ContextsSources } from "./contexts/contexts-sources.ts";
import { createScoredContexts, type ScoredContexts } from "./contexts/scored-contexts.ts";
import { counterNotLoaded } from "./counter-not-loaded.ts";
import type { FindDevices } from "./device/device-candidates.ts";
import { disposedError } from "./disposed-error.ts";
import { inSlices } from "./in-slices.ts";
import { JobQueue } from "./job-queue.ts";
import { createProgressiveCompressor } from "./progressive-compressor.ts";
import {
	createScoredText,
	createSource,
	type ScoredText,
	type Source,
	type TextScores,
	withProtect,
} from "./scored-text.ts";
import { Scorer } from "./scorer.ts";
import { SharedTask } from "./shared-task.ts";
import { TextCache } from "./text-cache.ts";

/** What differs between browsers and Node. */
export interface Host {
	readonly connect: Connect;
	/** Default: the browser's devices. */
	readonly findDevices?: FindDevices;
}

/** A whole compressor, at once: {@link createCompressor} without its first step of loading this. */
export function createCompressorOver(connect: Connect, options: CompressorOptions): Compressor {
	return createWholeCompressor({ connect }, resolveOptions(options));
}

/** The compressor that the options ask for: one of the chosen model, or one that the embedded model answers for at first. */
export function openCompressor(host: Host, options: ResolvedOptions): Compressor {
	const { onModelChange } = options;
	const chosen = createWholeCompressor(host, options);
	return onModelChange
		? createProgressiveCompressor({
				first: createWholeCompressor(host, { ...options, model: "embedded" }),
				chosen,
				onModelChange,
			})
		: chosen;
}

/** A compressor over a host's way to start a worker. Nothing is started before the first call. */
export function createWholeCompressor({ connect, findDevices }: Host, options: ResolvedOptions): Compressor {
	const model = resolveModel(options.model, options.places);
	const { device, wasmUrl, wasmFiles, worker, workerTimeoutMs, countTokens, onProgress } = options;
	const life = new AbortController();
	const scorer = new Scorer(
		{
			model,
			device,
			wasmUrl,
			wasmFiles,
			connect: () => connect(worker, workerTimeoutMs),
			...(findDevices && { findDevices }),
		},
		onProgress,
	);
	const counter = new SharedTask(() => startCounter(countTokens));
	// In slices, a short text would overtake a long one: the main thread takes them in order, as the worker does.
	const counting = new JobQueue();
	const selecting = new JobQueue();
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

	/** A caller's own function is asked by selections alone, as it may throw. */
	const isOwnCounter = typeof countTokens === "function";

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
		const [{ words, warnings, info }, sourceTokens] = await Promise.all([
			scorer.score(input, signal, report),
			isOwnCounter ? undefined : countMeanwhile(input.text, signal),
		]);
		const { model, device, languages } = info;
		return { words, sourceTokens, warnings, model, device, languages };
	};

	const countMeanwhile = async (text: string, signal: AbortSignal) => {
		// The worker gets its text first.
		await macrotask();
		const { countInSteps } = await counter.get(signal);
		return counting.add(() => inSlices(countInSteps(text), signal), signal);
	};

	const select = <Result>(selection: Steps<Result>, signal: AbortSignal) =>
		selecting.add(() => inSlices(selection, signal), signal);

	/** Selects ahead of the first `select` of a scored text, which then takes less than a frame. */
	const prepare = async (selection: Steps<unknown>, signal: AbortSignal) => {
		if (!isOwnCounter) await select(selection, signal);
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
		const { question, protect } = options;
		const signal = lifeAnd(options.signal);
		if (typeof texts !== "string") {
			const source = await contextsSources.get(inputOf(texts, question), signal);
			await prepare(source.selectInSteps(withProtect({}, protect)), signal);
			return createScoredContexts(source, protect);
		}
		const source = await sourceOf(inputOf(texts, question), signal);
		await prepare(source.selector.selectInSteps(withProtect({}, protect)), signal);
		return createScoredText(source, protect);
	}

	function compress(text: string, options?: CompressOptions): Promise<CompressResult>;
	function compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;
	async function compress(
		input: string | readonly string[],
		options: CompressOptions | CompressContextsOptions = {},
	) {
		const texts = checkInput(input);
		if (choosesCompat(options, typeof texts === "string" ? null : texts.length))
			return compat(texts, options, lifeAnd(options.signal));
		if (typeof texts !== "string") {
			checkCompressContextsOptions(options, texts);
			const { question, signal: given, ...selectOptions } = options;
			const signal = lifeAnd(given);
			const source = await contextsSources.get(inputOf(texts, question), signal);
			return select(source.selectInSteps(selectOptions), signal);
		}
		checkCompressOptions(options, texts.length);
		const { question, signal: given, ...selectOptions } = options;
		const signal = lifeAnd(given);
		const source = await sourceOf(inputOf(texts, question), signal);
		return select(source.selector.selectInSteps(selectOptions), signal);
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
			const reason = disposedError();
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
	} catch (cause) {
		throw counterNotLoaded(countTokens, cause);
	}
}
