// Compat in the façade: the model's answer from the worker, then what the Python reference makes of it. The arithmetic
// is in src/core/compat.

import type { ModelInfo, ScoreInput } from "../../bridge/worker-interface.ts";
import { keptSpans } from "../../core/compat/compat-spans.ts";
import { type CompatOutcome, compressChunks } from "../../core/compat/compress-chunks.ts";
import { namedForceTokens } from "../../core/compat/force-tokens.ts";
import type { SourceChunk } from "../../core/compat/wire.ts";
import type { ContextResult, ContextsResult, ContextWarning } from "../../core/contexts/contexts-result.ts";
import type { TokenCounter } from "../../core/count/count.ts";
import { CompressorError } from "../../core/error.ts";
import type { CompressResult } from "../../core/result.ts";
import { languageWarning } from "../../core/select/language.ts";
import { shares } from "../../core/shares.ts";
import { throwIfAborted } from "../abort.ts";
import { counterNotLoaded } from "../counter-not-loaded.ts";
import type { Scores } from "../scorer.ts";
import { SharedTask } from "../shared-task.ts";
import type { CompatCall } from "./compat-options.ts";

/** What compat needs of the compressor. */
export interface CompatHost {
	load(signal: AbortSignal): Promise<ModelInfo>;
	score(input: ScoreInput, signal: AbortSignal): Promise<Scores>;
	counter(signal: AbortSignal): Promise<TokenCounter>;
	/** What a result names where there is nothing for a model to read. */
	unasked(): Pick<CompressResult, "model" | "device">;
}

/** The reference's default. */
const chunkEnds = [".", "\n"];

/** Compresses a text, or several contexts, as the reference does; the options have been checked. */
export function createCompat(host: CompatHost) {
	const referenceCounter = new SharedTask(loadCounter);

	return async (
		input: string | readonly string[],
		{
			rate,
			targetTokens,
			force = [],
			keepDigits,
			dropConsecutive,
			structured = false,
			...others
		}: CompatCall,
		signal: AbortSignal,
	): Promise<CompressResult | ContextsResult> => {
		const texts = typeof input === "string" ? [input] : input;
		throwIfAborted(signal);
		if (texts.every((text) => text === "")) return nothingOf(input, host.unasked());
		const { contextFilter: filter = {} } = others;
		const contextFilter = filter === false ? undefined : filter;
		const named = { rate, targetTokens, keepDigits, dropConsecutive, contextFilter };
		const request = { contexts: texts, force, chunkEnds, ...(structured && { structured: named }) };
		await host.load(signal);
		const [{ compat, info }, counter, countTokens] = await Promise.all([
			host.score({ text: "", compat: request }, signal),
			host.counter(signal),
			referenceCounter.get(signal),
		]);
		if (!compat) throw new CompressorError("worker-crashed", "The worker answered without compat.");

		const { family, contexts, chunks } = compat;
		const source = { family, force: namedForceTokens(force, compat.standIns), contexts, chunks, countTokens };
		const outcome = compressChunks(source, { ...named, ...compat.options });
		const results = texts.map((text, place) => resultOf(text, place, outcome, structured, counter));
		return together(input, results, warningsOf(input, outcome.text, info.languages), info);
	};
}

/** One result for what was given: a text, or several contexts. */
function together(
	input: string | readonly string[],
	results: readonly ContextResult[],
	warnings: readonly ContextWarning[],
	{ model, device }: Pick<CompressResult, "model" | "device">,
): CompressResult | ContextsResult {
	const [only] = results;
	if (only && typeof input === "string") return { ...only, warnings, model, device };
	const sum = (name: "sourceTokens" | "keptTokens") =>
		results.reduce((total, result) => total + result[name], 0);
	return {
		contexts: results,
		...shares(sum("sourceTokens"), sum("keptTokens")),
		warnings,
		model,
		device,
	};
}

/** Of texts without a character, for which nothing has to be loaded. */
function nothingOf(
	input: string | readonly string[],
	by: Pick<CompressResult, "model" | "device">,
): CompressResult | ContextsResult {
	const nothing = { text: "", spans: [], ...shares(0, 0) };
	const results = typeof input === "string" ? [nothing] : input.map(() => nothing);
	return together(input, results, warningsOf(input, "", undefined), by);
}

function resultOf(
	source: string,
	place: number,
	{ list, places, words }: CompatOutcome<SourceChunk>,
	structured: boolean,
	counter: TokenCounter,
): ContextResult {
	const at = places.indexOf(place);
	const text = list[at] ?? "";
	const kept = words?.[at];
	// Ranges in a text whose tags were taken off would say nothing about the text with them.
	const spans = structured || at < 0 ? [] : kept ? keptSpans(source, kept) : wholeText(source);
	return { text, spans, ...shares(counter.count(source), counter.count(text)) };
}

function wholeText(text: string): ContextResult["spans"] {
	const start = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	return start < end ? [[start, end]] : [];
}

function warningsOf(
	input: string | readonly string[],
	compressed: string,
	modelLanguages: readonly string[] | undefined,
): ContextWarning[] {
	const texts = typeof input === "string" ? [input] : input;
	if (texts.every((text) => text.trim() === "")) {
		return [{ code: "empty", message: "The source has no words.", spans: [] }];
	}
	const nothing: ContextWarning[] =
		compressed.trim() === ""
			? [{ code: "nothing-kept", message: "No word is above the threshold; the result is empty.", spans: [] }]
			: [];
	const languages = texts.flatMap((text, context): ContextWarning[] => {
		const warning = languageWarning(text, modelLanguages);
		if (!warning) return [];
		return [typeof input === "string" ? warning : { ...warning, context }];
	});
	return [...nothing, ...languages];
}

async function loadCounter(): Promise<(text: string) => number> {
	try {
		const { loadReferenceCounter } = await import("../../core/compat/reference-counter.ts");
		return await loadReferenceCounter();
	} catch (cause) {
		throw counterNotLoaded("cl100k_base", cause);
	}
}
