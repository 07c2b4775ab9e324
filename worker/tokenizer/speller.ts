// A tokenizer that says its tokens as strings too, as Python's tokenizers do: what compat works with.
import type { VocabularyFamily } from "../../src/core/compat/vocabulary-family.ts";
import type { SpelledTokens } from "./token-table.ts";

export interface SpelledToken {
	readonly id: number;
	readonly spelling: string;
}

export interface Speller {
	readonly family: VocabularyFamily;
	readonly unknown: SpelledToken;
	/** What the reference puts before and after a chunk. */
	readonly before: SpelledToken;
	readonly after: SpelledToken;
	/** All tokens of a text in blocks, as `Tokenizer.blocks` gives them. */
	blocks(text: string): Generator<SpelledTokens, undefined>;
}
