// The scored words of a text as the review reads them: which word lies at a place, which words lie
// in a block, and how the keep probabilities spread.
import type { Word } from "../core/word-table.ts";

export class WordIndex {
	readonly #words: readonly Word[];

	/** @param words in source order. */
	constructor(words: readonly Word[]) {
		this.#words = words;
	}

	get size(): number {
		return this.#words.length;
	}

	at(index: number): Word | undefined {
		return this.#words[index];
	}

	/** Index of the first word that ends after `offset`; `size` when none does. */
	firstAfter(offset: number): number {
		let low = 0;
		let high = this.#words.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#words[middle]?.end ?? 0) > offset) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** Index of the word that covers `offset`, or −1 between words. */
	covering(offset: number): number {
		const index = this.firstAfter(offset);
		const word = this.#words[index];
		return word !== undefined && word.start <= offset ? index : -1;
	}

	/** `count` keep probabilities, evenly spaced in the order of the words from the surest down. */
	quantiles(count: number): number[] {
		if (this.#words.length === 0) return [];
		const sorted = Float32Array.from(this.#words, (word) => word.keepProbability)
			.sort()
			.reverse();
		return Array.from(
			{ length: count },
			(_, i) => sorted[Math.floor(((i + 0.5) / count) * sorted.length)] ?? 0,
		);
	}
}
