// The frames of a text's blocks, each brought along once, by the first word of its block that joins.
import { type WordTable, wordKind } from "../word-table.ts";
import { never } from "./rank.ts";

export class Frames {
	readonly #words: WordTable;
	/** For each block the place of its first frame in `blocks.frames`, and one more. */
	readonly #first: Uint32Array;
	/** 1 for the words that belong to a frame. */
	readonly #inFrame: Uint8Array;
	/** For each block its most needed word outside of frames, plus one; 0: none. */
	readonly #best: Uint32Array;
	readonly #opened: Uint8Array;

	/**
	 * @param byProbability word numbers, most needed first
	 * @param rank `never` for the words that cannot join
	 */
	constructor(words: WordTable, byProbability: Uint32Array, rank: Int32Array) {
		const { parent, frames } = words.blocks;
		this.#words = words;
		this.#opened = new Uint8Array(parent.length);
		this.#first = new Uint32Array(parent.length + 1).fill(frames.length);
		this.#inFrame = new Uint8Array(rank.length);
		for (let at = frames.length - 3; at >= 0; at -= 3) {
			this.#first[frames[at] ?? 0] = at;
			this.#inFrame.fill(1, frames[at + 1], frames[at + 2]);
		}
		for (let block = parent.length - 1; block >= 0; block--) {
			this.#first[block] = Math.min(this.#first[block] ?? 0, this.#first[block + 1] ?? 0);
		}
		this.#best = this.#findBest(byProbability, rank);
	}

	/**
	 * Opens the blocks that word `at` lies in, from the inner to the outer, and brings their frames; what is open
	 * already stays as it is.
	 */
	open(at: number, bring: (at: number, by: number) => void): void {
		const { of, parent, filled, frames } = this.#words.blocks;
		for (let block = of[at] ?? 0; block > 0 && !this.#opened[block]; block = parent[block] ?? 0) {
			this.#opened[block] = 1;
			const end = this.#first[block + 1] ?? 0;
			for (let frame = this.#first[block] ?? 0; frame < end; frame += 3) {
				for (let word = frames[frame + 1] ?? 0; word < (frames[frame + 2] ?? 0); word++) bring(word, at);
			}
			const best = this.#best[block] ?? 0;
			if (filled[block] && this.#inFrame[at] && best > 0) bring(best - 1, at);
		}
	}

	#findBest(byProbability: Uint32Array, rank: Int32Array): Uint32Array {
		const { kind, blocks } = this.#words;
		const best = new Uint32Array(blocks.parent.length);
		if (best.length === 1) return best;
		for (const at of byProbability) {
			if (kind[at] !== wordKind.word || this.#inFrame[at] || rank[at] === never) continue;
			for (let block = blocks.of[at] ?? 0; block > 0 && !best[block]; block = blocks.parent[block] ?? 0) {
				best[block] = at + 1;
			}
		}
		return best;
	}
}
