// The scale that `order`, `markers` and `marks` rank words on: the lower, the earlier a word is kept.
// A word's own rank is twice its place in the order of keep probabilities; what depends on a word and
// has to come with it takes the same rank, a mark that may come with it takes the odd rank after it.

/** Kept at every rate. */
export const always = -1;
/** Dropped by the person. */
export const never = 0x7ffffffe;
/** The least of no ranks at all. */
export const nothing = 0x7fffffff;

/** The rank just after `rank`, for a mark; `always` and `never` stay what they are. */
export function markRank(rank: number): number {
	return rank >= never ? never : rank | 1;
}
