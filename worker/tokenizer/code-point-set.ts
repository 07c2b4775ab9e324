// A set of code points out of the text that character-sets.ts keeps it in.

/** Ranges, searched by halves; a browser's own Unicode properties belong to another version. */
export class CodePointSet {
	readonly #first: number[] = [];
	readonly #last: number[] = [];

	/** @param ranges base 36: distance from the end of the range before, "+" and the length less one. */
	constructor(ranges: string) {
		let at = 0;
		for (const range of ranges.split(" ")) {
			const [distance = "", length = "0"] = range.split("+");
			const first = at + Number.parseInt(distance, 36);
			at = first + Number.parseInt(length, 36);
			this.#first.push(first);
			this.#last.push(at);
		}
	}

	has(codePoint: number): boolean {
		let low = 0;
		let high = this.#first.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#first[middle] ?? 0) <= codePoint) low = middle;
			else high = middle - 1;
		}
		return codePoint >= (this.#first[low] ?? 0) && codePoint <= (this.#last[low] ?? -1);
	}
}
