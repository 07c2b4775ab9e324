// What a host's own compressor answers, looked through before the panel is painted from it.
import { invalidOption } from "../core/invalid-option.ts";
import type { CompressResult } from "../core/result.ts";
import type { SelectableText } from "./lease.ts";

/**
 * The scores of `text`, whose results are looked through as well.
 *
 * @throws CompressorError "invalid-option" for what is none; `select` of what is returned does so too
 */
export function checkedScore(scored: unknown, text: string, question: string | undefined): SelectableText {
	if (!isScoredText(scored)) {
		throw invalidOption("compressor.score()", scored, "a scored text, with `text` and `select`");
	}
	if (scored.text !== text)
		throw invalidOption("compressor.score().text", scored.text, "the text that it was given");
	return {
		text,
		...(question !== undefined && { question }),
		select(options) {
			const result: unknown = scored.select(options);
			if (isResult(result)) return result;
			throw invalidOption(
				"compressor.score().select()",
				result,
				"a result, with text, tokens, spans and warnings",
			);
		},
	};
}

function isScoredText(value: unknown): value is SelectableText {
	return isObject(value) && "text" in value && "select" in value && typeof value.select === "function";
}

function isResult(value: unknown): value is CompressResult {
	if (!isObject(value)) return false;
	const { text, sourceTokens, keptTokens, spans, warnings }: Partial<CompressResult> = value;
	return (
		typeof text === "string" &&
		Number.isFinite(sourceTokens) &&
		Number.isFinite(keptTokens) &&
		Array.isArray(spans) &&
		spans.every((span: unknown) => Array.isArray(span) && span.every(Number.isInteger)) &&
		Array.isArray(warnings) &&
		warnings.every(isObject)
	);
}

function isObject(value: unknown): value is object {
	return typeof value === "object" && value !== null;
}
