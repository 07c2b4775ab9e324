// Text -> token ids with their places in the text, exactly as Python's `tokenizers` gives them for the same
// tokenizer.json. `windows` and `merge` of core come next.
import type { VocabularyFamily } from "../../src/core/compat/vocabulary-family.ts";
import { unusable } from "./json-fields.ts";
import type { Speller } from "./speller.ts";
import type { TokenTable } from "./token-table.ts";
import { readTokenizerFile } from "./tokenizer-file.ts";
import { UnigramTokenizer } from "./unigram-tokenizer.ts";
import { readWordPieceFile } from "./word-piece-file.ts";
import { WordPieceTokenizer } from "./word-piece-tokenizer.ts";

export { joinTables, type TokenTable } from "./token-table.ts";

export interface Tokenizer {
	readonly family: VocabularyFamily;
	/** The highest id that it gives, and one more. */
	readonly idCount: number;

	/**
	 * All tokens of a text. A lone surrogate, which Python's strings cannot hold, counts as U+FFFD. As there, an
	 * added token in the text (`</s>`, `<mask>`) becomes that token's id: to the classifier it's one more token
	 * with an embedding, since windows and masks are laid out by position and never by id.
	 *
	 * One oddity of the Unigram reference is kept: where a text, or what follows an added token, *begins* with characters
	 * that are removed (control characters), all ranges up to the next added token lie that much too early.
	 *
	 * @example tokenizer.tokenize("Hello") // one token: start [0], end [5]
	 */
	tokenize(text: string): TokenTable;

	/**
	 * The same tokens in blocks of some 32,768 code units, with ranges in the whole text, so that a long text
	 * can be tokenized with pauses. Unlike `tokenize` it begins after such removed characters, so that every
	 * range is true: scoring uses this.
	 */
	blocks(text: string): Generator<TokenTable, undefined>;

	/**
	 * The tokenizer with more added tokens, which have the unknown token's id: for compat, which needs the strings.
	 */
	speller(added: readonly string[]): Speller;
}

/**
 * Makes a tokenizer of the parsed tokenizer.json. The model's type decides the family: Unigram or WordPiece.
 *
 * @throws CompressorError "model-load-failed", naming what cannot be used.
 */
export function createTokenizer(tokenizerJson: unknown): Tokenizer {
	const model = isObject(tokenizerJson) ? tokenizerJson.model : undefined;
	const type = isObject(model) ? model.type : undefined;
	switch (type) {
		case "Unigram":
			return new UnigramTokenizer(readTokenizerFile(tokenizerJson));
		case "WordPiece":
			return new WordPieceTokenizer(readWordPieceFile(tokenizerJson));
		default:
			return unusable("model: type", type);
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
