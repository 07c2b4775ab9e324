// Ranks of the marks inside sentences. Every rank is a maximum or minimum of the ranks of words, so
// whatever is kept, a mark stands between words of its sentence: none is orphaned, none is doubled.

import type { Steps } from "../steps.ts";
import { wordKind } from "../word-table.ts";
import { byItself } from "./bring-along.ts";
import { gapStrength, type Layout } from "./gaps.ts";
import { sweepRangesInSteps } from "./mark-ranges.ts";
import { findMarkRuns } from "./mark-runs.ts";
import { markStrength } from "./mark-strength.ts";
import { matchPairs } from "./pairs.ts";
import { always, markRank, never, nothing } from "./rank.ts";

/**
 * Sets the ranks of separators, terminals, brackets and quotation marks: a mark's own rank, or later if
 * the words it stands beside come later.
 *
 * - separator: a word on its left, back to a mark at least as strong, and one on its right, up to a
 *   stronger mark. Of two marks that are both kept, one always has a kept word between them in its range;
 * - colon: a word on its left, back to any mark, and one on its right, up to any mark, or to the end of
 *   the line behind what opens it (a speaker's name, a key);
 * - terminal: a word of its sentence, since a colon in it; it comes, however little needed, with
 *   the first words around it if a later sentence of the line has one: else the two would read as one;
 * - pair: a word inside. What stands inside is a sentence of its own to the marks there, and words to
 *   the marks outside.
 *
 * @param rank final ranks of words, markers and marks that a block has brought along; own ranks of other marks
 * @param broughtBy see `bringAlongInSteps`
 * @param last the rank of marks that have no words to stand beside
 * @param isPinned whether the person wants a word to stay
 */
export function* rankMarksInSteps(
	layout: Layout,
	rank: Int32Array,
	broughtBy: Int32Array,
	last: number,
	isPinned: (at: number) => boolean,
): Steps<void> {
	const { kind } = layout.words;
	const partner = matchPairs(layout);
	yield;
	settlePairs(rank, partner, broughtBy);
	const run = findMarkRuns(layout, rank);
	yield;
	const before = yield* sweepRangesInSteps(layout, rank, partner, run, 1, isPinned);
	const after = yield* sweepRangesInSteps(layout, rank, partner, run, -1, isPinned);
	yield;
	const opened = whenOpened(layout, rank);
	for (let at = 0; at < kind.length; at++) {
		const own = rank[at] ?? never;
		const other = partner[at] ?? -1;
		if (!isMark(kind[at]) || own === always || own >= never || (other >= 0 && other < at)) continue;
		if (broughtBy[at] !== byItself) continue;
		const left = before[at] ?? nothing;
		const right = after[at] ?? nothing;
		let range = nothing;
		if (other > at) range = furthest(before[other] ?? nothing, beforePair(layout, rank, partner, at));
		else if (kind[at] === wordKind.open) range = right;
		else if (kind[at] === wordKind.close || run.strength[at] === markStrength.terminal) range = left;
		else range = furthest(left, right);
		const ends = run.strength[at] === markStrength.terminal && right !== nothing;
		// At least 0: a mark alone is never among what must be kept.
		const joint = ends ? Math.max(0, left, right) : nothing;
		const beside = range === nothing ? last : Math.min(markRank(Math.max(own, range)), joint);
		const found = Math.max(beside, opened(at), other > at ? opened(other) : always);
		rank[at] = found;
		if (other > at) rank[other] = found;
	}
}

/** The rank from which on the block around a mark has its frame; before, the mark would stand outside of it. */
function whenOpened({ words: { blocks, kind } }: Layout, rank: Int32Array): (mark: number) => number {
	const { of, parent } = blocks;
	const least = new Int32Array(parent.length).fill(nothing);
	for (let at = 0; at < of.length; at++) {
		const block = of[at] ?? 0;
		if (kind[at] === wordKind.word) least[block] = Math.min(least[block] ?? nothing, rank[at] ?? never);
	}
	for (let block = parent.length - 1; block > 0; block--) {
		const outer = parent[block] ?? 0;
		least[outer] = Math.min(least[outer] ?? nothing, least[block] ?? nothing);
	}
	return (mark) => {
		const block = of[mark] ?? 0;
		const found = least[block] ?? nothing;
		return block === 0 || found >= never ? always : found;
	};
}

/**
 * Both of a pair stay or go together: one that is always kept or dropped takes the other along. What a block has
 * brought along has its place already, and is no pair here.
 */
function settlePairs(rank: Int32Array, partner: Int32Array, broughtBy: Int32Array): void {
	for (let open = 0; open < rank.length; open++) {
		const close = partner[open] ?? -1;
		if (close <= open) continue;
		const both = [rank[open] ?? never, rank[close] ?? never];
		if (broughtBy[open] !== byItself || broughtBy[close] !== byItself) partner[open] = partner[close] = -1;
		else if (both.includes(always)) {
			if (both.includes(never)) partner[open] = partner[close] = -1;
			else rank[open] = rank[close] = always;
		} else rank[open] = rank[close] = Math.max(...both);
	}
}

function isMark(kind: number | undefined): boolean {
	return kind !== wordKind.word && kind !== wordKind.marker;
}

/** The target of a Markdown link (`[text](url)`) follows its text, empty brackets (`run()`) the word before. */
function beforePair({ words, gap }: Layout, rank: Int32Array, partner: Int32Array, open: number): number {
	if (open === 0 || gap[open] !== gapStrength.none) return nothing;
	const follows = partner[open] === open + 1 ? wordKind.word : wordKind.close;
	return words.kind[open - 1] === follows ? (rank[open - 1] ?? nothing) : nothing;
}

/** The later of two ranks, where a side without words does not count. */
function furthest(left: number, right: number): number {
	if (left === nothing) return right;
	return right === nothing ? left : Math.max(left, right);
}
