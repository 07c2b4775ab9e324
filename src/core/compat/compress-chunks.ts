// Compat: chunks with probabilities -> the reference's compressed contexts. `compress_prompt_llmlingua2` of
// llmlingua 0.2.2 from where the model has answered. Called on the main thread, once a selection.
import type { Chunk } from "./chunks.ts";
import { filterContexts } from "./context-filter.ts";
import { type ForceTokens, takeStandIns } from "./force-tokens.ts";
import { keepWords } from "./keep-words.ts";
import type { CompatOptions } from "./options.ts";
import { mergeTokens, type TokenWord } from "./token-words.ts";
import { decodeTokens, familyRules, type VocabularyFamily } from "./vocabulary-family.ts";

/** What the reference's options are applied to. */
export interface CompatSource<C extends Chunk = Chunk> {
	readonly family: VocabularyFamily;
	readonly force: ForceTokens;
	/** The texts as they were given. */
	readonly contexts: readonly string[];
	/** The chunks of each. */
	readonly chunks: readonly (readonly C[])[];
	/** LLM tokens of the reference's counter, cl100k_base. */
	readonly countTokens: (text: string) => number;
}

/** A word of a chunk and whether it stays. */
export interface KeptWord<C extends Chunk = Chunk> {
	readonly chunk: C;
	readonly word: TokenWord;
	readonly isKept: boolean;
}

export interface CompatOutcome<C extends Chunk = Chunk> {
	/** `compressed_prompt`: the list, joined by blank lines. */
	readonly text: string;
	/** `compressed_prompt_list`: contexts that the filter left, compressed. */
	readonly list: readonly string[];
	/** Their places among the contexts. */
	readonly places: readonly number[];
	/** The words of every item of the list; null where the whole context stays and no word is asked for. */
	readonly words: readonly KeptWord<C>[][] | null;
	/** `origin_tokens`, `compressed_tokens` (cl100k_base). */
	readonly originTokens: number;
	readonly compressedTokens: number;
}

export function compressChunks<C extends Chunk>(
	source: CompatSource<C>,
	options: CompatOptions = {},
): CompatOutcome<C> {
	const { family, force, contexts, chunks, countTokens } = source;
	const { filterTokens = true, targetTokens = -1, dropConsecutive = false } = options;
	const rules = familyRules[family];
	const count = (texts: readonly string[]) => texts.reduce((sum, text) => sum + countTokens(text), 0);
	const originTokens = count(contexts);
	const merge = (chunk: Chunk) => mergeTokens(chunk, rules, force, options);

	const isFiltered = options.contextFilter !== undefined && contexts.length > 1;
	const places = isFiltered
		? filterContexts(
				chunks.map((list) => list.flatMap(merge)),
				originTokens,
				options,
			)
		: contexts.map((_, place) => place);
	const left = places.map((place) => chunks[place] ?? []);

	let { rate = 0.5 } = options;
	if (isFiltered ? targetTokens >= 0 : targetTokens > 0) {
		const all = isFiltered ? count(left.flatMap((list) => list.map(({ text }) => text))) : originTokens;
		rate = Math.min(targetTokens / all, 1);
	}
	const reduceRate = filterTokens ? Math.max(0, 1 - rate) : 0;

	let words: KeptWord<C>[][] | null = null;
	let list: string[];
	if (reduceRate <= 0)
		list = left.map((parts) => parts.map(({ text }) => takeStandIns(text, force)).join(""));
	else {
		const perChunk = left.map((parts) =>
			parts.map((chunk) => {
				const merged = merge(chunk);
				const kept = keepWords(merged, reduceRate, force, dropConsecutive, countTokens);
				return merged.map((word, at) => ({ chunk, word, isKept: kept[at] ?? false }));
			}),
		);
		words = perChunk.map((parts) => parts.flat());
		const spell = (part: readonly KeptWord[]) =>
			decodeTokens(
				rules,
				part.flatMap(({ word, isKept }) => (isKept ? [word.spelling] : [])),
			);
		list = perChunk.map((parts) => parts.map(spell).join(""));
	}
	return { text: list.join("\n\n"), list, places, words, originTokens, compressedTokens: count(list) };
}
