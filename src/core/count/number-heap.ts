// A priority queue of numbers: what byte-pair merging takes its next pair from.

/** A binary heap, smallest first. */
export class NumberHeap {
	readonly #items: number[] = [];

	get size(): number {
		return this.#items.length;
	}

	push(value: number): void {
		const items = this.#items;
		let at = items.length;
		items.push(value);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			const above = items[parent] ?? 0;
			if (above <= value) break;
			items[at] = above;
			at = parent;
		}
		items[at] = value;
	}

	/** Infinity when empty. */
	pop(): number {
		const items = this.#items;
		const top = items[0] ?? Number.POSITIVE_INFINITY;
		const last = items.pop() ?? 0;
		const size = items.length;
		if (size === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= size) break;
			if (child + 1 < size && (items[child + 1] ?? 0) < (items[child] ?? 0)) child++;
			const below = items[child] ?? 0;
			if (below >= last) break;
			items[at] = below;
			at = child;
		}
		items[at] = last;
		return top;
	}
}
