// Prompts in parts, `<llmlingua, rate=0.4>…</llmlingua>`: the tags of LLMLingua's `structured_compress_prompt`, read
// as it reads them. Used by compat, and by compressStructured for its own use of the parts.
import { invalidOption } from "../invalid-option.ts";

/** A part of a structured prompt. */
export interface PromptPart {
	/** What stands between the part's tags. */
	readonly text: string;
	/** 0 < rate ≤ 1: as the tag says; else the prompt's own rate, or 1 for a part that is not compressed. */
	readonly rate: number;
	/** False for `compress=False`. */
	readonly compress: boolean;
}

/** White space as Python's `\s` has it. */
const space = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*";
const opening = /<llmlingua/g;
const attribute = new RegExp(
	`${space},${space}(?:(rate)${space}=${space}([\\d.]+)|compress${space}=${space}(True|False))`,
	"y",
);
const content = new RegExp(`${space}>([^<]+)</llmlingua>`, "y");

/**
 * The parts of a structured prompt. A text without tags is one part. As in the reference, what stands between the
 * tags' parts is left out, and so is a part that holds a `<`, that is empty, or whose tag is misspelt.
 *
 * @param rate of parts whose tag names none, 0 < rate ≤ 1
 * @throws CompressorError "invalid-option" for a rate that is no number up to 1, or what is no string.
 *
 * @example
 * parseStructuredPrompt("<llmlingua, compress=False>Ada:</llmlingua><llmlingua, rate=0.4> Good morning.</llmlingua>");
 * // [{ text: "Ada:", rate: 1, compress: false }, { text: " Good morning.", rate: 0.4, compress: true }]
 */
export function parseStructuredPrompt(text: string, rate = 0.5): PromptPart[] {
	if (typeof text !== "string") throw invalidOption("text", text, "a string");
	const opened = text.startsWith("<llmlingua") ? text : `<llmlingua>${text}`;
	const closed = opened.endsWith("</llmlingua>") ? opened : `${opened}</llmlingua>`;
	const parts: PromptPart[] = [];
	opening.lastIndex = 0;
	while (opening.test(closed)) {
		const tag = readTag(closed, opening.lastIndex);
		content.lastIndex = tag.end;
		const inside = content.exec(closed)?.[1];
		if (inside === undefined) continue;
		opening.lastIndex = content.lastIndex;
		const { compress } = tag;
		const own = tag.rate === undefined ? 0 : readRate(tag.rate);
		parts.push({ text: inside, rate: own || (compress ? rate : 1), compress });
	}
	return parts;
}

/** The attributes from `at` on: at most two of each, in any order that fits "rate compress rate compress". */
function readTag(text: string, at: number): { rate?: string; compress: boolean; end: number } {
	const given: { rate?: string; compress?: boolean } = {};
	let end = at;
	for (let slot = 0; slot < 4; ) {
		attribute.lastIndex = end;
		const [, isRate, rate, compress] = attribute.exec(text) ?? [];
		if (isRate === undefined && compress === undefined) break;
		// Slots 0 and 2 take a rate, 1 and 3 the other one.
		if ((slot % 2 === 0) !== (isRate !== undefined)) slot++;
		if (slot > 3) break;
		slot++;
		end = attribute.lastIndex;
		if (rate !== undefined) given.rate ??= rate;
		if (compress !== undefined) given.compress ??= compress === "True";
	}
	return { compress: true, ...given, end };
}

function readRate(text: string): number {
	const rate = Number(text);
	if (Number.isNaN(rate) || rate > 1) throw invalidOption("rate of a tag", text, "a number, 0 < rate ≤ 1");
	return rate;
}
