// The one order over the steps of several texts: each text's own order, merged by keep probability.
import { NumberHeap } from "../count/number-heap.ts";

/** One text's part in the joint order. */
export interface OrderedText {
	/** The keep probability of each of its steps, 0–1, never rising; of step `k` at `k - 1`. */
	readonly probabilities: Float32Array;
	/** Steps that are kept from the start. */
	readonly first: number;
	/** Texts of tier 1 wait for those of tier 0. */
	readonly tier: 0 | 1;
}

/** Keeping the first so many steps of it keeps the first so many steps of each text. */
export interface JointOrder {
	/** The number of the last step. */
	readonly steps: number;
	/** The number of the text whose next step each step is; of step `k` at `k - 1`. */
	readonly owner: Uint32Array;
	/** How many steps of each text are kept where `last` steps are. */
	stepsAt(last: number): Uint32Array;
}

/** The second tier joins once this share of the first tier's steps is kept. */
const shareBeforeNextTier = 0.5;

const one = 0x3f800000;
/** Probability and text number make one exact number below this many texts. */
const textBase = 2 ** 23;

/**
 * Merges the orders of texts: the most probable step first, of equally probable ones that of the earlier text. A text
 * of tier 1 joins only when half of the steps of tier 0 are kept: what does not help goes whole before what helps is
 * cut to its half (the two stages of LongLLMLingua, arXiv 2310.06839 section 4.1: whole documents first, then tokens
 * of those that are left).
 */
export function mergeOrders(texts: readonly OrderedText[]): JointOrder {
	const starts = new Uint32Array(texts.length + 1);
	texts.forEach(({ probabilities, first }, at) => {
		starts[at + 1] = (starts[at] ?? 0) + probabilities.length - first;
	});
	const steps = starts[texts.length] ?? 0;
	const owner = new Uint32Array(steps);
	/** For each text, from its start on, the numbers of its steps in the joint order. */
	const places = new Uint32Array(steps);
	const taken = Uint32Array.from(texts, ({ first }) => first);
	const bits = texts.map(({ probabilities }) => new Uint32Array(Float32Array.from(probabilities).buffer));
	const heap = new NumberHeap();
	const offer = (at: number) => {
		const own = bits[at]?.[taken[at] ?? 0];
		if (own !== undefined) heap.push((one - own) * textBase + at);
	};
	/** Opens a tier; how many steps there are in it, and how many of them are kept from the start. */
	const open = (tier: 0 | 1) => {
		let [all, kept] = [0, 0];
		texts.forEach((text, at) => {
			if (text.tier !== tier) return;
			all += text.probabilities.length;
			kept += text.first;
			offer(at);
		});
		return { all, kept };
	};
	const helping = open(0);
	let isWaiting = true;
	for (let step = 1; step <= steps; step++) {
		if (isWaiting && helping.kept + step - 1 >= helping.all * shareBeforeNextTier) {
			open(1);
			isWaiting = false;
		}
		const at = heap.pop() % textBase;
		owner[step - 1] = at;
		places[(starts[at] ?? 0) + (taken[at] ?? 0) - (texts[at]?.first ?? 0)] = step;
		taken[at] = (taken[at] ?? 0) + 1;
		offer(at);
	}
	return {
		steps,
		owner,
		stepsAt: (last) =>
			Uint32Array.from(texts, ({ first }, at) => {
				const own = places.subarray(starts[at], starts[at + 1]);
				return first + countUpTo(own, last);
			}),
	};
}

/** How many of the ascending values are at most the limit. */
function countUpTo(values: Uint32Array, limit: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
