// tokenizer.json of the WordPiece family (BERT and its kin), read and checked once. Only what can be done exactly as
// Python's `tokenizers` does it is accepted; anything else is named in the error.
import { type AddedToken, readAddedTokens } from "./added-tokens.ts";
import type { BertNormalization } from "./bert-normalizer.ts";
import { asObject, isIndex, type Json, unusable } from "./json-fields.ts";
import type { WordPieceVocabulary } from "./word-piece.ts";

export interface WordPieceFile {
	readonly addedTokens: readonly AddedToken[];
	readonly normalization: BertNormalization;
	readonly vocabulary: WordPieceVocabulary;
}

/** @throws CompressorError "model-load-failed", naming the field and the value seen. */
export function readWordPieceFile(json: unknown): WordPieceFile {
	const root = asObject(json, "tokenizer.json");
	const preTokenizer = asObject(root.pre_tokenizer, "pre_tokenizer");
	if (preTokenizer.type !== "BertPreTokenizer") unusable("pre_tokenizer: type", preTokenizer.type);
	return {
		addedTokens: readAddedTokens(root.added_tokens),
		normalization: readNormalization(asObject(root.normalizer, "normalizer")),
		vocabulary: readVocabulary(asObject(root.model, "model")),
	};
}

function readNormalization(normalizer: Json): BertNormalization {
	if (normalizer.type !== "BertNormalizer") unusable("normalizer: type", normalizer.type);
	const lowercase = readFlag(normalizer, "lowercase", true);
	return {
		cleanText: readFlag(normalizer, "clean_text", true),
		handleChineseChars: readFlag(normalizer, "handle_chinese_chars", true),
		stripAccents: readFlag(normalizer, "strip_accents", lowercase),
		lowercase,
	};
}

/** A flag that is null is not given. */
function readFlag(json: Json, key: string, otherwise: boolean): boolean {
	const flag = json[key] ?? otherwise;
	if (typeof flag !== "boolean") unusable(`normalizer: ${key}`, flag);
	return flag;
}

function readVocabulary(model: Json): WordPieceVocabulary {
	const ids = new Map<string, number>();
	for (const [piece, id] of Object.entries(asObject(model.vocab, "model: vocab"))) {
		if (!isIndex(id)) unusable(`model: vocab: ${piece}`, id);
		ids.set(piece, id);
	}
	const unknown = model.unk_token ?? "[UNK]";
	const unk = typeof unknown === "string" ? ids.get(unknown) : undefined;
	if (typeof unknown !== "string" || unk === undefined) unusable("model: unk_token", unknown);
	const prefix = model.continuing_subword_prefix ?? "##";
	if (typeof prefix !== "string" || prefix === "") unusable("model: continuing_subword_prefix", prefix);
	const longestWord = model.max_input_chars_per_word ?? 100;
	// Cutting a word takes the square of its length.
	if (!isIndex(longestWord) || longestWord > 1000) unusable("model: max_input_chars_per_word", longestWord);
	return { ids, unk, unknown, prefix, longestWord };
}
