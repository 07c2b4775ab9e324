// Tokens of pieces seen before: in running text most pieces come again and again.
import type { PieceTokens } from "./unigram.ts";

/** Longer pieces seldom come again. */
const longestPiece = 64;

/** Two generations: when the young one is full it becomes the old one, and what the old one held is forgotten. */
export class PieceCache {
	readonly #encode: (piece: string) => PieceTokens;
	readonly #limit: number;
	#young = new Map<string, PieceTokens>();
	#old = new Map<string, PieceTokens>();

	/**
	 * @param encode makes the tokens of a piece that is not known
	 * @param limit pieces in a generation.
	 */
	constructor(encode: (piece: string) => PieceTokens, limit = 20_000) {
		this.#encode = encode;
		this.#limit = limit;
	}

	get(piece: string): PieceTokens {
		const young = this.#young.get(piece);
		if (young) return young;
		const tokens = this.#old.get(piece) ?? this.#encode(piece);
		this.#keep(piece, tokens);
		return tokens;
	}

	#keep(piece: string, tokens: PieceTokens): void {
		if (piece.length > longestPiece) return;
		if (this.#young.size >= this.#limit) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(piece, tokens);
	}
}
