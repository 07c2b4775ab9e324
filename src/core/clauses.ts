// Numbers the clauses of a text.
import type { WordBuilder } from "./word-builder.ts";
import { wordKind } from "./word-table.ts";

/** Fills `words.clause`. */
export function numberClauses(text: string, words: WordBuilder): void {
	words.clause = new Uint32Array(words.length);
	let clause = 0;
	for (let index = 0; index < words.length; index++) {
		const gap = index > 0 ? text.slice(words.end[index - 1], words.start[index]) : "";
		if (gap.includes("\n") || words.kind[index - 1] === wordKind.terminal) clause++;
		words.clause[index] = clause;
	}
}
