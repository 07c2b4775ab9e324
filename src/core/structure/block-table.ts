// From blocks as ranges of the source to blocks as ranges of words.
import type { BlockTable } from "../word-table.ts";
import type { Block } from "./block.ts";

/** Of each word its range in the source, ascending. */
interface Words {
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/**
 * The table of `blocks` over `words`. Blocks without a word are left out; a word belongs to a frame if they
 * overlap. Takes time linear in words and blocks (which it sorts).
 *
 * @param blocks in any order; of two with the same range the first is the outer one
 */
export function blockTable(blocks: readonly Block[], { start, end }: Words): BlockTable {
	const count = start.length;
	const of = new Uint32Array(count);
	const parent = [0];
	const filled = [0];
	const frames: number[] = [];
	const ends = [count];
	let inside = 0;
	let from = 0;
	const sorted = blocks.toSorted((a, b) => a.start - b.start || b.end - a.end);
	for (const block of sorted) {
		assign(block.start);
		const behind = firstFrom(start, from, ends[inside] ?? count, block.end);
		if (behind === from) continue;
		const number = parent.push(inside) - 1;
		filled.push(block.filled ? 1 : 0);
		ends.push(behind);
		let at = from;
		for (const [frameStart, frameEnd] of block.frame) {
			at = firstFrom(end, at, behind, frameStart + 1);
			const last = firstFrom(start, at, behind, frameEnd);
			if (last > at) frames.push(number, at, last);
		}
		inside = number;
	}
	assign(Number.POSITIVE_INFINITY);
	return {
		of,
		parent: Uint32Array.from(parent),
		filled: Uint8Array.from(filled),
		frames: Uint32Array.from(frames),
	};

	/** Gives the words that end up to `place` their block; then `inside` is the one still open behind them. */
	function assign(place: number): void {
		for (; from <= count; from++) {
			while (inside > 0 && (ends[inside] ?? 0) <= from) inside = parent[inside] ?? 0;
			if (from === count || (end[from] ?? 0) > place) return;
			of[from] = inside;
		}
	}
}

/** The first of the ascending places from `from`, before `limit`, that is at least `place`, else `limit`. */
function firstFrom(places: Uint32Array, from: number, limit: number, place: number): number {
	let low = from;
	let high = limit;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((places[middle] ?? 0) < place) low = middle + 1;
		else high = middle;
	}
	return low;
}
