// Ranges of the source that answer "is this word among them?" in logarithmic time: the kept spans,
// the pins, the spans of the warnings.
import type { Span } from "../core/options.ts";

export class SpanSet {
	readonly #starts: Uint32Array;
	readonly #ends: Uint32Array;

	/** @param spans in source order and not overlapping; see {@link SpanSet.merging} for others. */
	constructor(spans: readonly Span[]) {
		this.#starts = new Uint32Array(spans.length);
		this.#ends = new Uint32Array(spans.length);
		spans.forEach(([start, end], i) => {
			this.#starts[i] = start;
			this.#ends[i] = end;
		});
	}

	/** From spans in any order that may overlap. */
	static merging(spans: readonly Span[]): SpanSet {
		const merged: [number, number][] = [];
		for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
			const last = merged.at(-1);
			if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
			else merged.push([start, end]);
		}
		return new SpanSet(merged);
	}

	get size(): number {
		return this.#starts.length;
	}

	/** Whether any span shares a code unit with `[start, end)`. */
	overlaps(start: number, end: number): boolean {
		// The first span that ends after `start` is the only candidate.
		let low = 0;
		let high = this.#ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#ends[middle] ?? 0) > start) high = middle;
			else low = middle + 1;
		}
		return low < this.#starts.length && (this.#starts[low] ?? 0) < end;
	}
}
