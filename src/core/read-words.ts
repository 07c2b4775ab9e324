// From a text to its words, the part of scoring that needs no model.
import { readStructure } from "./structure/structure.ts";
import type { WordTable } from "./word-table.ts";
import { splitWords } from "./words/words.ts";

/** The words of `text` with keep probabilities of 0. Takes time linear in the text's length. */
export function readWords(text: string): WordTable {
	const { segments, blocks } = readStructure(text);
	return splitWords(text, segments, blocks);
}
