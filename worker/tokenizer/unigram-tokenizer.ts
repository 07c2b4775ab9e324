// The Unigram family (XLM-R and its kin): added tokens out, the rest normalized, cut into pieces, and each piece
// into tokens. Ported from the Rust crate `tokenizers` 0.23, because npm's @huggingface/tokenizers gives no
// offsets, only nearly applies the charsmap, and is slow on long pieces.
import type { AlignedText } from "./aligned-text.ts";
import { Normalizer } from "./normalizer.ts";
import { PieceCache } from "./piece-cache.ts";
import { type Piece, splitPieces } from "./pieces.ts";
import type { Speller } from "./speller.ts";
import { joinTables, type SpelledTokens, TokenList, type TokenTable } from "./token-table.ts";
import { type AddedToken, escapePattern, type TokenizerFile } from "./tokenizer-file.ts";
import { type PieceTokens, Unigram } from "./unigram.ts";

export class UnigramTokenizer {
	readonly #file: TokenizerFile;
	readonly #addedTokens: ReadonlyMap<string, AddedToken>;
	readonly #addedPattern: RegExp | null;
	readonly #normalizer: Normalizer;
	readonly #unigram: Unigram;
	readonly #cache: PieceCache;
	readonly #isSpelled: boolean;

	/** @param like whose vocabulary to share, to spell the same tokens */
	constructor(file: TokenizerFile, like?: UnigramTokenizer) {
		this.#file = file;
		this.#addedTokens = new Map(file.addedTokens.map((token) => [token.content, token]));
		this.#addedPattern = patternOf(file.addedTokens);
		this.#normalizer = like ? like.#normalizer : new Normalizer(file);
		this.#unigram = like ? like.#unigram : new Unigram(file.vocabulary);
		this.#cache = like ? like.#cache : new PieceCache();
		this.#isSpelled = like !== undefined;
	}

	tokenize(text: string): TokenTable {
		return joinTables([...this.#allBlocks(text, (at) => at)]);
	}

	blocks(text: string): Generator<TokenTable, undefined> {
		return this.#allBlocks(text, (at) => this.#normalizer.skipRemoved(text, at));
	}

	speller(added: readonly string[]): Speller {
		const { unk, pieces } = this.#file.vocabulary;
		const tokens = added.map((content) => ({ id: unk, content, lstrip: false, rstrip: false }));
		const file = { ...this.#file, addedTokens: [...this.#file.addedTokens, ...tokens] };
		const spelled = new UnigramTokenizer(file, this);
		return {
			family: "xlm-r",
			unknown: { id: unk, spelling: pieces[unk]?.[0] ?? "" },
			blocks: (text) => spelled.#allBlocks(text, (at) => spelled.#normalizer.skipRemoved(text, at)),
		};
	}

	/** @param begin where to begin a stretch of text between added tokens that lies at `at`. */
	*#allBlocks(text: string, begin: (at: number) => number): Generator<SpelledTokens, undefined> {
		let start = 0;
		for (const { token, index, end } of this.#findAddedTokens(text)) {
			yield* this.#textBlocks(text, begin(start), index, begin(0));
			const list = new TokenList(this.#isSpelled);
			const spelling = text.slice(index, end);
			// Python spells it with the white space it takes in, and finds no such token when it looks that up.
			const isFound = !this.#isSpelled || spelling === token.content;
			list.push(isFound ? token.id : this.#file.vocabulary.unk, index, end);
			list.spelling?.push(spelling);
			yield list.toTable();
			start = end;
		}
		yield* this.#textBlocks(text, begin(start), text.length, begin(0));
	}

	/** The leftmost, of those the longest, added tokens, with the white space that they take in. */
	*#findAddedTokens(text: string): Generator<{ token: AddedToken; index: number; end: number }, undefined> {
		if (!this.#addedPattern) return;
		const pattern = new RegExp(this.#addedPattern);
		let last = 0;
		for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
			const token = this.#addedTokens.get(match[0]);
			if (!token) continue;
			let { index } = match;
			let end = index + match[0].length;
			if (token.lstrip) while (index > last && isWhiteSpace(text, index - 1)) index--;
			if (token.rstrip) while (isWhiteSpace(text, end)) end++;
			yield { token, index, end };
			last = end;
		}
	}

	/** Tokens of `text[from, to)`, which holds no added token. */
	*#textBlocks(text: string, from: number, to: number, origin: number): Generator<SpelledTokens, undefined> {
		for (const aligned of this.#normalizer.normalize(text, from, to)) {
			const list = new TokenList(this.#isSpelled);
			for (const piece of splitPieces(aligned, this.#file, origin)) {
				this.#addTokens(list, aligned, piece);
			}
			yield list.toTable();
		}
	}

	#addTokens(list: TokenList, aligned: AlignedText, piece: Piece): void {
		const tokens = this.#encode(piece.text);
		const from = piece.prepended ? piece.from - 1 : piece.from;
		let at = from;
		for (let index = 0; index < tokens.length; index += 2) {
			const next = at + (tokens[index + 1] ?? 0);
			// A "▁" that was put in shares the range of the unit after it.
			const first = Math.max(at, piece.from);
			const last = Math.max(next - 1, piece.from);
			list.push(tokens[index] ?? 0, aligned.start[first] ?? 0, aligned.end[last] ?? 0);
			list.spelling?.push(piece.text.slice(at - from, next - from));
			at = next;
		}
	}

	#encode(piece: string): PieceTokens {
		const known = this.#cache.get(piece);
		if (known) return known;
		const tokens = this.#unigram.encode(piece);
		this.#cache.set(piece, tokens);
		return tokens;
	}
}

function patternOf(tokens: readonly AddedToken[]): RegExp | null {
	if (tokens.length === 0) return null;
	const contents = tokens.map(({ content }) => content).sort((a, b) => b.length - a.length);
	return new RegExp(contents.map(escapePattern).join("|"), "gu");
}

function isWhiteSpace(text: string, index: number): boolean {
	return /\p{White_Space}/u.test(text.charAt(index));
}
