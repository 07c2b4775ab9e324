// `dropConsecutive`: of forced words that would follow each other in the result only the first stays. The later
// ones come back with any word between them and the one before, so the order stays one order.
import type { WordTable } from "../word-table.ts";

/** Words of an item's occurrence, as a range of word numbers `[first, end)`. */
export interface Occurrence {
	readonly first: number;
	readonly end: number;
}

export class Repeats {
	/** 1 for the words that are kept only if a word stays between them and the occurrence before. */
	readonly #waits: Uint8Array;
	/** For each item its occurrences, ascending. */
	readonly #items: (readonly Occurrence[])[] = [];

	constructor({ start }: WordTable) {
		this.#waits = new Uint8Array(start.length);
	}

	/** Adds an item's occurrences; all but the first wait, where `mayWait` allows. */
	add(occurrences: readonly Occurrence[], mayWait: (at: number) => boolean): void {
		if (occurrences.length < 2) return;
		this.#items.push(occurrences);
		for (const { first, end } of occurrences.slice(1)) {
			for (let at = first; at < end; at++) if (mayWait(at)) this.#waits[at] = 1;
		}
	}

	/** Whether a word is a repeated one, kept only if something stays before it. */
	has(at: number): boolean {
		return this.#waits[at] === 1;
	}

	/** Calls `bring` for every repeated word that comes back with word `at`: the next occurrence of each item. */
	eachBehind(at: number, bring: (repeat: number) => void): void {
		for (const occurrences of this.#items) {
			const next = nextAfter(occurrences, at);
			const found = occurrences[next];
			if (next === 0 || found === undefined || at < (occurrences[next - 1]?.end ?? 0)) continue;
			for (let word = found.first; word < found.end; word++) if (this.has(word)) bring(word);
		}
	}
}

/** The number of the first occurrence that begins behind word `at`. */
function nextAfter(occurrences: readonly Occurrence[], at: number): number {
	let low = 0;
	let high = occurrences.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((occurrences[middle]?.first ?? 0) > at) high = middle;
		else low = middle + 1;
	}
	return low;
}
