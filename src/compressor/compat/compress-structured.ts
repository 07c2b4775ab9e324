// Structured prompts: each part of a text in `<llmlingua, …>` tags compressed as its tag says. Works over any
// compressor; the tags are read in src/core/compat/structured-prompt.ts.
import { type PromptPart, parseStructuredPrompt } from "../../core/compat/structured-prompt.ts";
import { invalidOption, isRecord } from "../../core/invalid-option.ts";
import type { CompressResult } from "../../core/result.ts";
import { checkCompressOptions } from "../call-checks.ts";
import type { CompressOptions } from "../compressor-options.ts";

/** Options of {@link compressStructured}: those of `compress` but amounts and ranges; `rate` is that of the parts. */
export type CompressStructuredOptions = Omit<
	CompressOptions,
	"targetTokens" | "threshold" | "pin" | "drop" | "compat" | "structured"
>;

/** A part of a structured prompt, compressed. */
export interface CompressedPart extends PromptPart {
	/** Of the part's own text; absent where it stays as it is. */
	readonly result?: CompressResult;
}

/** What {@link compressStructured} gives back. */
export interface StructuredResult {
	/** The compressed parts, put together as they stood, without their tags. */
	readonly text: string;
	/** The parts in their order, each with what became of it. */
	readonly parts: readonly CompressedPart[];
}

/**
 * Compresses a prompt in `<llmlingua, rate=0.4>…</llmlingua>` and `<llmlingua, compress=False>…</llmlingua>` tags: every
 * part by its own rate, the white space at its ends as it is.
 *
 * This is what LLMLingua documents. What its LLMLingua-2 compressor does with such a prompt, which leaves the parts'
 * rates aside, is `compressor.compress(prompt, { compat: "llmlingua-2", structured: true })`.
 *
 * @param options `rate` is the rate of parts whose tag names none, default 0.5
 * @throws CompressorError any code; "invalid-option" too for a rate in a tag that is no number up to 1
 *
 * @example
 * const prompt = "<llmlingua, compress=False>Ada:</llmlingua><llmlingua, rate=0.4> Good morning, all.</llmlingua>";
 * (await compressStructured(compressor, prompt)).text; // begins with "Ada:"
 */
export async function compressStructured(
	compressor: { compress(text: string, options: CompressOptions): Promise<CompressResult> },
	prompt: string,
	options: CompressStructuredOptions = {},
): Promise<StructuredResult> {
	if (typeof prompt !== "string") throw invalidOption("prompt", prompt, "a string");
	checkOptions(options);
	const parts = await Promise.all(
		parseStructuredPrompt(prompt, options.rate).map(async (part): Promise<CompressedPart> => {
			if (!part.compress || part.rate === 1 || part.text.trim() === "") return part;
			return { ...part, result: await compressor.compress(part.text, { ...options, rate: part.rate }) };
		}),
	);
	return { text: parts.map(compressedText).join(""), parts };
}

/** Options of parts that no part needs are wrong all the same. */
function checkOptions(options: unknown): void {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
	for (const name of ["targetTokens", "threshold", "pin", "drop", "compat", "structured"]) {
		if (options[name] === undefined) continue;
		throw invalidOption(name, options[name], "left out: every part has a rate of its own");
	}
	checkCompressOptions(options, 0);
}

/** A result is without the white space around it, which here parts one part from the next. */
function compressedText({ text, result }: CompressedPart): string {
	if (!result) return text;
	const before = text.slice(0, text.length - text.trimStart().length);
	const after = text.slice(text.trimEnd().length);
	return `${before}${result.text.trim()}${after}`;
}
