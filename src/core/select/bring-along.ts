// Ranks of the words that others need: whoever joins brings along what it must not stay without.
import { rowsPerStep, type Steps } from "../steps.ts";
import { type WordTable, wordKind } from "../word-table.ts";
import { headOf } from "../words/negation-heads.ts";
import { Frames } from "./frames.ts";
import type { Layout } from "./gaps.ts";
import { type Protection, reasonIndex } from "./protection.ts";
import { always, never } from "./rank.ts";

/** Instead of the word that brought another along: it joined by its own rank, or not yet (marks and markers). */
export const byItself = -1;

/**
 * Lets the words join one after another, as they are ranked, and gives what each brings along its rank:
 *
 * - a word brings the negations of its clause, and a negation what it negates, else it would seem to negate
 *   another word; a negation waits for another word of its clause, if there is one that can join;
 * - a word brings the frames of its block and of those around it (with `protect.markup`);
 * - the frame of a block that must be filled brings the block's most needed word;
 * - a pinned separator or terminal brings the word before it, which it would be nothing without;
 * - a word brings the forced words behind it that are kept only if something stands between them (`Repeats`).
 *
 * So keeping all words up to any rank leaves none without what it needs. Takes time linear in the words: each
 * word, clause and block has its turn once.
 *
 * @param byProbability word numbers, most needed first
 * @param rank own ranks; lowered for what comes along
 * @returns for each word the one that brought it, or {@link byItself}
 */
export function* bringAlongInSteps(
	{ text, words }: Layout,
	{ reason, markup, repeats }: Protection,
	byProbability: Uint32Array,
	rank: Int32Array,
): Steps<Int32Array> {
	const negation = reasonIndex("negation");
	const pinned = reasonIndex("pinned");
	const isNegation = (at: number) => reason[at] === negation;
	const isContent = (at: number) =>
		words.kind[at] === wordKind.word || (rank[at] === always && words.kind[at] !== wordKind.marker);
	const waits = new Uint8Array(rank.length);
	const negationsOf = listNegations(words, isNegation, (at) => rank[at] !== never && isContent(at), waits);
	const frames = markup ? new Frames(words, byProbability, rank) : null;
	const broughtBy = new Int32Array(rank.length).fill(byItself);
	const joined = new Uint8Array(rank.length);
	const joining: number[] = [];
	yield;

	const bring = (at: number, by: number) => {
		if (joined[at] || rank[at] === never) return;
		joined[at] = 1;
		broughtBy[at] = by;
		joining.push(at);
	};
	const join = (first: number) => {
		const joint = rank[first] ?? never;
		bring(first, byItself);
		for (let at = joining.pop(); at !== undefined; at = joining.pop()) {
			// Never its own rank, which may be earlier: marks don't join by themselves, and a negation has waited.
			rank[at] = joint;
			if (isContent(at)) for (const other of negationsOf(at)) bring(other, at);
			if (isNegation(at)) {
				const [from, to] = headOf(text, words, at, isNegation);
				for (let head = from; head < to; head++) bring(head, at);
			}
			if (reason[at] === pinned)
				bring(
					wordBefore(words, at, (other) => reason[other] === pinned),
					at,
				);
			frames?.open(at, bring);
			repeats?.eachBehind(at, (repeat) => bring(repeat, at));
		}
	};
	for (let at = 0; at < rank.length; at++) {
		if (rank[at] === always) join(at);
		if (at % rowsPerStep === rowsPerStep - 1) yield;
	}
	for (let place = 0; place < byProbability.length; place++) {
		const at = byProbability[place] ?? 0;
		if (isContent(at) && !waits[at] && !repeats?.has(at)) join(at);
		if (place % rowsPerStep === rowsPerStep - 1) yield;
	}
	// Repeats that nothing stands before come with the last step, which keeps everything.
	for (let at = 0; repeats && at < rank.length; at++) {
		if (repeats.has(at) && !joined[at] && rank[at] !== never) rank[at] = 2 * rank.length - 1;
	}
	return broughtBy;
}

/** The word before a mark that is not pinned itself, nor behind another that is; else `at`. */
function wordBefore({ kind }: WordTable, at: number, isPinned: (at: number) => boolean): number {
	if (kind[at] !== wordKind.separator && kind[at] !== wordKind.terminal) return at;
	for (let before = at - 1; before >= 0; before--) {
		if (kind[before] === wordKind.marker || isPinned(before)) return at;
		if (kind[before] === wordKind.word) return before;
	}
	return at;
}

/**
 * What gives the negations of a word's clause the first time it's asked for one of its words, then none.
 *
 * @param waits set for the negations whose clause has another word that can join
 */
function listNegations(
	{ clause }: WordTable,
	isNegation: (at: number) => boolean,
	canJoin: (at: number) => boolean,
	waits: Uint8Array,
): (at: number) => readonly number[] {
	const negations = new Map<number, number[]>();
	for (let first = 0, end = 0; first < clause.length; first = end) {
		const found: number[] = [];
		let others = false;
		for (; end < clause.length && clause[end] === clause[first]; end++) {
			if (isNegation(end)) found.push(end);
			else others ||= canJoin(end);
		}
		if (found.length > 0) negations.set(clause[first] ?? 0, found);
		if (others) for (const at of found) waits[at] = 1;
	}
	return (at) => {
		const own = clause[at] ?? 0;
		const found = negations.get(own) ?? [];
		negations.delete(own);
		return found;
	};
}
