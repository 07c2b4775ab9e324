// Flags the negations and restrictions of a text.
import type { WordBuilder } from "./word-builder.ts";
import { reasons, wordKind } from "./word-table.ts";

const negation = reasons.indexOf("negation");
const listed = new Set("no not never none without except unless only nicht kein ohne nie pas ne".split(" "));

/** Gives every negation without another reason the reason `negation`. */
export function flagNegations(text: string, words: WordBuilder): void {
	for (let index = 0; index < words.length; index++) {
		if (words.kind[index] !== wordKind.word || words.reason[index] !== 0) continue;
		const start = words.start[index] ?? 0;
		const end = words.end[index] ?? 0;
		if (end - start < 20 && listed.has(text.slice(start, end).toLowerCase())) words.reason[index] = negation;
	}
}
