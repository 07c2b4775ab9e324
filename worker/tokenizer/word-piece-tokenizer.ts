// The WordPiece family (BERT, MobileBERT): added tokens out, the rest normalized, cut at white space and around
// punctuation, and each word into pieces. Ported from the Rust crate `tokenizers` 0.23.
import { AddedTokens, idCount } from "./added-tokens.ts";
import type { AlignedText } from "./aligned-text.ts";
import { isChinese, isWhiteSpace, normalizeBert } from "./bert-normalizer.ts";
import { punctuation } from "./character-sets.ts";
import { CodePointSet } from "./code-point-set.ts";
import { PieceCache } from "./piece-cache.ts";
import type { SpelledToken, Speller } from "./speller.ts";
import { joinTables, type SpelledTokens, TokenList, type TokenTable } from "./token-table.ts";
import { WordPiece } from "./word-piece.ts";
import type { WordPieceFile } from "./word-piece-file.ts";

/** Beyond this many code units a block ends as soon as it may. */
const blockLength = 1 << 15;

const punctuationSet = new CodePointSet(punctuation);

export class WordPieceTokenizer {
	readonly family = "bert";
	readonly idCount: number;
	readonly #file: WordPieceFile;
	readonly #addedTokens: AddedTokens;
	readonly #cache: PieceCache;
	/** Id -> piece, where tokens are spelled. */
	readonly #spellings: ReadonlyMap<number, string> | undefined;

	/** @param like whose vocabulary to share, to spell the same tokens and those that `added` has */
	constructor(file: WordPieceFile, like?: WordPieceTokenizer, added: readonly string[] = []) {
		const { ids, unk } = file.vocabulary;
		const tokens = new AddedTokens(file.addedTokens);
		this.#file = file;
		this.idCount = like ? like.idCount : idCount(ids.values(), file.addedTokens);
		this.#addedTokens = like ? tokens.with(added, unk) : tokens;
		this.#cache = like ? like.#cache : cacheOf(file);
		this.#spellings = like && new Map(Array.from(ids, ([piece, id]) => [id, piece]));
	}

	tokenize(text: string): TokenTable {
		return joinTables([...this.blocks(text)]);
	}

	*blocks(text: string): Generator<SpelledTokens, undefined> {
		for (const stretch of this.#addedTokens.split(text)) {
			if (stretch.tokens) yield stretch.tokens;
			else yield* this.#textBlocks(text, stretch.from, stretch.to);
		}
	}

	speller(added: readonly string[]): Speller {
		const { unk, unknown } = this.#file.vocabulary;
		const spelled = new WordPieceTokenizer(this.#file, this, added);
		return {
			family: "bert",
			unknown: { id: unk, spelling: unknown },
			before: this.#mark("[CLS]"),
			after: this.#mark("[SEP]"),
			blocks: (text) => spelled.blocks(text),
		};
	}

	#mark(spelling: string): SpelledToken {
		const { ids, unk, unknown } = this.#file.vocabulary;
		const id = ids.get(spelling);
		return id === undefined ? { id: unk, spelling: unknown } : { id, spelling };
	}

	/** Tokens of `text[from, to)`, which holds no added token. */
	*#textBlocks(text: string, from: number, to: number): Generator<SpelledTokens, undefined> {
		for (let start = from; start < to; ) {
			const end = this.#blockEnd(text, start, to);
			const list = new TokenList(this.#spellings !== undefined);
			const aligned = normalizeBert(text, start, end, this.#file.normalization);
			for (const [first, last] of splitWords(aligned.text)) this.#addTokens(list, aligned, first, last);
			yield list.toTable();
			start = end;
		}
	}

	/** Before a character that no word holds together with what precedes it. */
	#blockEnd(text: string, start: number, to: number): number {
		let at = start + blockLength;
		if (at >= to) return to;
		// Not between the halves of a pair.
		if (isTrailing(text.charCodeAt(at))) at++;
		while (at < to) {
			const codePoint = text.codePointAt(at) ?? 0;
			const isAlone = this.#file.normalization.handleChineseChars && isChinese(codePoint);
			if (isAlone || isWhiteSpace(codePoint) || punctuationSet.has(codePoint)) return at;
			at += codePoint > 0xffff ? 2 : 1;
		}
		return to;
	}

	#addTokens(list: TokenList, { text, start, end }: AlignedText, first: number, last: number): void {
		const tokens = this.#cache.get(text.slice(first, last));
		let at = first;
		for (let index = 0; index < tokens.length; index += 2) {
			const id = tokens[index] ?? 0;
			const next = at + (tokens[index + 1] ?? 0);
			list.push(id, start[at] ?? 0, end[next - 1] ?? 0);
			list.spelling?.push(this.#spellings?.get(id) ?? "");
			at = next;
		}
	}
}

function cacheOf({ vocabulary }: WordPieceFile): PieceCache {
	const wordPiece = new WordPiece(vocabulary);
	return new PieceCache((word) => wordPiece.encode(word));
}

/** Ranges of what lies between white space, every punctuation mark a word of its own. */
function* splitWords(text: string): Generator<readonly [start: number, end: number], undefined> {
	let start = 0;
	for (let at = 0; at < text.length; ) {
		const codePoint = text.codePointAt(at) ?? 0;
		const next = at + (codePoint > 0xffff ? 2 : 1);
		const isMark = punctuationSet.has(codePoint);
		if (isMark || isWhiteSpace(codePoint)) {
			if (start < at) yield [start, at];
			if (isMark) yield [at, next];
			start = next;
		}
		at = next;
	}
	if (start < text.length) yield [start, text.length];
}

function isTrailing(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
