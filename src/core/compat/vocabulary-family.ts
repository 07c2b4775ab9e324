// Compat: how the reference reads the tokens of the two vocabulary families it knows: where a word begins, what a
// token is without its mark, how tokens become text. (llmlingua 0.2.2: utils.py; decoders of the crate `tokenizers`.)

/** `"xlm-r"`: pieces with "▁" for a space before them; `"bert"`: WordPiece, "##" for none. */
export type VocabularyFamily = "xlm-r" | "bert";

export interface FamilyRules {
	/** Tokens that stand for nothing in the text; the reference drops them, unknown characters too. */
	readonly special: ReadonlySet<string>;
	/** What the reference puts before and after a chunk: for XLM-R BERT's marks, which it reads as unknown. */
	readonly before: string;
	readonly after: string;
	/** @param forced force tokens and their stand-ins */
	beginsWord(token: string, forced: ReadonlySet<string>): boolean;
	/** The token without its mark. */
	bare(token: string): string;
	/** What a token adds to the text of those before it. */
	decodeToken(token: string, isFirst: boolean): string;
}

/** Python's `string.punctuation`; the reference asks whether a token is a *part* of it, as "()" is. */
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

const xlmR: FamilyRules = {
	special: new Set(["<s>", "<pad>", "</s>", "<unk>", "<mask>"]),
	before: "<unk>",
	after: "<unk>",
	beginsWord: (token, forced) => punctuation.includes(token) || forced.has(token) || token.startsWith("▁"),
	bare: (token) => token.replace(/^▁+/, ""),
	decodeToken: (token, isFirst) => token.replaceAll("▁", isFirst ? "" : " "),
};

const bert: FamilyRules = {
	special: new Set(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]),
	before: "[CLS]",
	after: "[SEP]",
	beginsWord: (token, forced) => forced.has(bareWordPiece(token)) || !token.startsWith("##"),
	bare: bareWordPiece,
	decodeToken: decodeWordPiece,
};

export const familyRules: Readonly<Record<VocabularyFamily, FamilyRules>> = { "xlm-r": xlmR, bert };

/** Token strings as text. */
export function decodeTokens({ decodeToken }: FamilyRules, tokens: readonly string[]): string {
	return tokens.map((token, at) => decodeToken(token, at === 0)).join("");
}

function bareWordPiece(token: string): string {
	return token.replace(/^#+/, "");
}

function decodeWordPiece(token: string, isFirst: boolean): string {
	if (isFirst) return cleanWordPiece(token);
	return cleanWordPiece(token.startsWith("##") ? token.slice(2) : ` ${token}`);
}

/** The decoder's clean-up; it sees one token at a time. */
function cleanWordPiece(text: string): string {
	return cleanMarks(text, (cleaned) => cleaned.replaceAll(" do not", " don't"));
}

/**
 * The clean-up of spaces that `tokenizer.decode` of `transformers` adds.
 *
 * @param afterAm what else is done where the WordPiece decoder does it
 */
export function cleanMarks(text: string, afterAm: (text: string) => string = (same) => same): string {
	if (!text.includes(" ")) return text;
	const begun = text
		.replace(/ ([.?!,])/g, "$1")
		.replaceAll(" ' ", "'")
		.replaceAll(" n't", "n't");
	return afterAm(begun.replaceAll(" 'm", "'m")).replace(/ ('s|'ve|'re)/g, "$1");
}
