// The one order that every selection is a prefix of: whatever the rate, the words kept are the first
// ones of it, so a result is monotone and closed (negations, pairs, marks) by construction.

import { runSteps, type Steps } from "../steps.ts";
import { type WordTable, wordKind } from "../word-table.ts";
import { bringAlongInSteps } from "./bring-along.ts";
import type { Layout } from "./gaps.ts";
import { rankMarkers } from "./markers.ts";
import { rankMarksInSteps } from "./marks.ts";
import { type Choices, type Protection, protectWords, reasonIndex } from "./protection.ts";
import { always, never } from "./rank.ts";

export interface Order {
	/** The step at which each word joins: 0 for those always kept, {@link neverKept} for those dropped. */
	readonly step: Uint32Array;
	/** The number of the last step. Keeping all words whose step is at most `k` is a valid result for every `k`. */
	readonly steps: number;
	/** The keep probability that the words of each step are ranked by, never rising; of step `k` at `k - 1`. */
	readonly stepProbability: Float32Array;
	/** The last step that keeps only words whose keep probability reaches the threshold, and what depends on them. */
	stepAtThreshold(threshold: number): number;
	readonly protection: Protection;
	/** For each word the one that it came along with, or `byItself` (see `bringAlongInSteps`). */
	readonly broughtBy: Int32Array;
}

export const neverKept = 0xffffffff;

/**
 * Orders the words by keep probability, descending, then place; protection, the person's choices and
 * the ties between words (a negation and its clause, a block and its frame, a mark and its neighbours) move them.
 */
export function orderWords(layout: Layout, choices: Choices): Order {
	return runSteps(orderWordsInSteps(layout, choices, sortByProbability(layout.words.keepProbability)));
}

/**
 * The same with pauses.
 *
 * @param byProbability see {@link sortByProbability}
 */
export function* orderWordsInSteps(
	layout: Layout,
	choices: Choices,
	byProbability: Uint32Array,
): Steps<Order> {
	const { text, words } = layout;
	yield;
	const protection = protectWords(text, words, choices);
	yield;
	const count = byProbability.length;
	const rank = new Int32Array(count);
	byProbability.forEach((at, place) => {
		rank[at] = 2 * place;
	});
	fixRanks(words, protection, rank);
	const broughtBy = yield* bringAlongInSteps(layout, protection, byProbability, rank);
	yield;
	rankMarkers(layout, rank, broughtBy, protection.markup);
	yield;
	const pinned = reasonIndex("pinned");
	yield* rankMarksInSteps(layout, rank, broughtBy, 2 * count - 1, (at) => protection.reason[at] === pinned);
	yield;
	const { step, stepRank } = numberSteps(rank);
	return {
		step,
		steps: stepRank.length,
		stepProbability: Float32Array.from(stepRank, (own) => {
			const at = byProbability[Math.min(own >> 1, count - 1)] ?? 0;
			return Math.min(1, Math.max(0, words.keepProbability[at] || 0));
		}),
		protection,
		broughtBy,
		stepAtThreshold: (threshold) => {
			const reaching = countReaching(words.keepProbability, byProbability, threshold);
			return lowerBound(stepRank, 2 * reaching);
		},
	};
}

/** More words than this do not fit into one exact number with their probabilities. */
const placeBase = 2 ** 23;
const one = 0x3f800000;

/**
 * Word numbers by keep probability, descending, then by place. Floats from 0 to 1 are in the order of their
 * bits, and plain numbers sort several times faster than with a comparing function.
 */
export function sortByProbability(keepProbability: Float32Array): Uint32Array {
	const probability = keepProbability.map((own) => Math.min(1, Math.max(0, own || 0)));
	const bits = new Uint32Array(probability.buffer);
	if (bits.length > placeBase) {
		return bits.map((_, at) => at).sort((a, b) => (bits[b] ?? 0) - (bits[a] ?? 0) || a - b);
	}
	const keys = Float64Array.from(bits, (own, at) => (one - own) * placeBase + at).sort();
	return Uint32Array.from(keys, (key) => key % placeBase);
}

/** Always and never. A marker that is only protected as markup follows its line instead. */
function fixRanks(words: WordTable, { reason, dropped }: Protection, rank: Int32Array): void {
	const negation = reasonIndex("negation");
	const markup = reasonIndex("markup");
	for (let at = 0; at < rank.length; at++) {
		const follows = reason[at] === markup && words.kind[at] === wordKind.marker;
		if (dropped[at]) rank[at] = never;
		else if (reason[at] && reason[at] !== negation && !follows) rank[at] = always;
	}
}

/** Numbers the ranks in use from 1; words of one rank join together. */
function numberSteps(rank: Int32Array): { step: Uint32Array; stepRank: Uint32Array } {
	const used = new Uint8Array(2 * rank.length);
	for (const own of rank) if (own !== always && own < never) used[own] = 1;
	const numberOf = new Uint32Array(used.length);
	const stepRank: number[] = [];
	for (let own = 0; own < used.length; own++) {
		if (used[own]) numberOf[own] = stepRank.push(own);
	}
	const step = new Uint32Array(rank.length);
	for (let at = 0; at < rank.length; at++) {
		const own = rank[at] ?? never;
		if (own !== always) step[at] = own >= never ? neverKept : (numberOf[own] ?? neverKept);
	}
	return { step, stepRank: Uint32Array.from(stepRank) };
}

/** How many words reach the threshold, which is rounded as the probabilities are. */
function countReaching(keepProbability: Float32Array, byProbability: Uint32Array, threshold: number): number {
	const least = Math.fround(threshold);
	let low = 0;
	let high = byProbability.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((keepProbability[byProbability[middle] ?? 0] || 0) >= least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How many of the ascending values are below the limit. */
function lowerBound(values: Uint32Array, limit: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? 0) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
