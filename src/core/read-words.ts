// From a text to its words, the part of scoring that needs no model.
import { runSteps, type Steps } from "./steps.ts";
import { readStructureInSteps } from "./structure/structure.ts";
import type { WordTable } from "./word-table.ts";
import { splitWordsInSteps } from "./words/words.ts";

/** The words of `text` with keep probabilities of 0. Takes time linear in the text's length. */
export function readWords(text: string): WordTable {
	return runSteps(readWordsInSteps(text));
}

/** The same with pauses: megabytes take seconds. */
export function* readWordsInSteps(text: string): Steps<WordTable> {
	const { segments, blocks, isData } = yield* readStructureInSteps(text);
	const words = yield* splitWordsInSteps(text, segments, blocks);
	return isData ? { ...words, isData } : words;
}
