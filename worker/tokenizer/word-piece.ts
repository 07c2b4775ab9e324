// The WordPiece vocabulary: one word -> token ids, always the longest piece that fits. A port of `WordPiece` of the
// Rust crate `tokenizers`.
import type { PieceTokens } from "./unigram.ts";

export interface WordPieceVocabulary {
	readonly ids: ReadonlyMap<string, number>;
	/** Id and spelling of the token for a word that cannot be cut. */
	readonly unk: number;
	readonly unknown: string;
	/** What the pieces inside a word begin with: "##". */
	readonly prefix: string;
	/** In characters (code points); a longer word is unknown. */
	readonly longestWord: number;
}

export class WordPiece {
	readonly #starts: ReadonlyMap<string, number>;
	/** Pieces inside a word, without the prefix. */
	readonly #insides = new Map<string, number>();
	readonly #unk: number;
	readonly #longestWord: number;
	readonly #longestPiece: number;

	constructor({ ids, unk, prefix, longestWord }: WordPieceVocabulary) {
		this.#starts = ids;
		this.#unk = unk;
		this.#longestWord = longestWord;
		let longest = 1;
		for (const [piece, id] of ids) {
			if (piece.startsWith(prefix)) this.#insides.set(piece.slice(prefix.length), id);
			longest = Math.max(longest, piece.length);
		}
		this.#longestPiece = longest;
	}

	/** A word that is too long, or whose rest is no piece, is one unknown token. */
	encode(word: string): PieceTokens {
		const unknown = Uint32Array.of(this.#unk, word.length);
		if (word.length > 2 * this.#longestWord || codePoints(word) > this.#longestWord) return unknown;
		const tokens: number[] = [];
		for (let from = 0; from < word.length; ) {
			const pieces = from === 0 ? this.#starts : this.#insides;
			let to = Math.min(word.length, from + this.#longestPiece);
			let id = pieces.get(word.slice(from, to));
			while (id === undefined && to > from + 1) id = pieces.get(word.slice(from, --to));
			if (id === undefined) return unknown;
			tokens.push(id, to - from);
			from = to;
		}
		return Uint32Array.from(tokens);
	}
}

function codePoints(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
