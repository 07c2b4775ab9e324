// Which ranges may become blocks beside those that are there already: blocks nest, they never overlap in part.
import type { Block } from "../block.ts";

/** More blocks around a place than this are hostile or no structure; it also keeps the search short. */
const deepest = 256;

/** Finds the blocks around a place. */
export class Nesting {
	readonly #blocks: readonly Block[];
	readonly #parent: Int32Array;

	/** @param blocks nested in each other, in any order */
	constructor(blocks: readonly Block[]) {
		this.#blocks = blocks.toSorted((a, b) => a.start - b.start || b.end - a.end);
		this.#parent = new Int32Array(this.#blocks.length).fill(-1);
		const open: number[] = [];
		this.#blocks.forEach(({ start }, at) => {
			while (open.length > 0 && (this.#blocks[open.at(-1) ?? 0]?.end ?? 0) <= start) open.pop();
			this.#parent[at] = open.at(-1) ?? -1;
			open.push(at);
		});
	}

	/** Whether `[start, end)` overlaps no block in part. */
	fits(start: number, end: number): boolean {
		const left = this.#around(start, (block) => block.end >= end);
		const right = this.#around(end - 1, (block) => block.start <= start);
		return left.every((block) => block.start >= start) && right.every((block) => block.end <= end);
	}

	/** The blocks around `place` that end at or before `limit`, from the inner to the outer. */
	endingBefore(place: number, limit: number): Block[] {
		return this.#around(place, (block) => block.end > limit);
	}

	/** The blocks around `place`, from the inner to the outer, before the first that `stops` holds for. */
	#around(place: number, stops: (block: Block) => boolean): Block[] {
		const found: Block[] = [];
		let at = this.#lastFrom(place);
		for (let steps = 0; at >= 0; at = this.#parent[at] ?? -1) {
			const block = this.#blocks[at];
			if (block === undefined) break;
			// As if something overlapped.
			if (++steps > deepest) return [{ start: -1, end: Number.POSITIVE_INFINITY, frame: [] }];
			if (block.end <= place) continue;
			if (stops(block)) break;
			found.push(block);
		}
		return found;
	}

	/** The last block that begins at or before `place`. */
	#lastFrom(place: number): number {
		let low = 0;
		let high = this.#blocks.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#blocks[middle]?.start ?? 0) <= place) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}
