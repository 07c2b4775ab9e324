// Ranks of the marks inside sentences. Every rank is a maximum or minimum of the ranks of words, so
// whatever is kept, a mark stands between words of its sentence: none is orphaned, none is doubled.
import { gapStrength, type Layout } from "./gaps.ts";
import { matchPairs } from "./pairs.ts";
import { always, markRank, never, nothing } from "./rank.ts";
import { wordKind } from "./word-table.ts";

/** From weak to strong. A colon ends the range of the marks around it, as a terminal does. */
const markStrength = { weak: 0, strong: 1, colon: 2, terminal: 3, none: 4 } as const;
const weakMarks = /^[,、，،·/]+$/;
const colons = /[:：]/;

/**
 * Sets the ranks of separators, terminals, brackets and quotation marks: a mark's own rank, or later if
 * the words it stands beside come later.
 *
 * - separator: a word on its left, back to a mark at least as strong, and one on its right, up to a
 *   stronger mark. Of two marks that are both kept, one always has a kept word between them in its range;
 * - colon: a word on its left, back to any mark, and one on its right, up to any mark, or to the end of
 *   the line behind what opens it (a speaker's name, a key);
 * - terminal: a word of its sentence, since a colon in it;
 * - pair: a word inside. What stands inside is a sentence of its own to the marks there, and words to
 *   the marks outside.
 *
 * @param rank final ranks of words and markers; own ranks of marks
 * @param last the rank of marks that have no words to stand beside
 */
export function rankMarks(layout: Layout, rank: Int32Array, last: number): void {
	const { kind } = layout.words;
	const partner = matchPairs(layout);
	settlePairs(rank, partner);
	const run = findRuns(layout, rank);
	const before = sweep(layout, rank, partner, run, 1);
	const after = sweep(layout, rank, partner, run, -1);
	for (let at = 0; at < kind.length; at++) {
		const own = rank[at] ?? never;
		const other = partner[at] ?? -1;
		if (!isMark(kind[at]) || own === always || own >= never || (other >= 0 && other < at)) continue;
		const left = before[at] ?? nothing;
		const right = after[at] ?? nothing;
		let range = nothing;
		if (other > at) range = furthest(before[other] ?? nothing, beforePair(layout, rank, partner, at));
		else if (kind[at] === wordKind.open) range = right;
		else if (kind[at] === wordKind.close || run.strength[at] === markStrength.terminal) range = left;
		else range = furthest(left, right);
		const found = range === nothing ? last : markRank(Math.max(own, range));
		rank[at] = found;
		if (other > at) rank[other] = found;
	}
}

/** Both of a pair stay or go together: one that is always kept or dropped takes the other along. */
function settlePairs(rank: Int32Array, partner: Int32Array): void {
	for (let open = 0; open < rank.length; open++) {
		const close = partner[open] ?? -1;
		if (close <= open) continue;
		const both = [rank[open] ?? never, rank[close] ?? never];
		if (both.includes(always)) {
			if (both.includes(never)) partner[open] = partner[close] = -1;
			else rank[open] = rank[close] = always;
		} else rank[open] = rank[close] = Math.max(...both);
	}
}

interface Runs {
	/** Strength of the run of separators and terminals that a word belongs to. */
	readonly strength: Uint8Array;
	/** Whether the run goes on with the next word. */
	readonly goesOn: Uint8Array;
}

/** Marks that stand together (`?!`, `:-`) stay or go together, as one mark of the greatest strength. */
function findRuns(layout: Layout, rank: Int32Array): Runs {
	const { kind } = layout.words;
	const strength = new Uint8Array(kind.length).fill(markStrength.none);
	const goesOn = new Uint8Array(kind.length);
	const isMark = (at: number) => {
		const own = rank[at] ?? never;
		const fits = kind[at] === wordKind.separator || kind[at] === wordKind.terminal;
		return fits && own !== always && own < never;
	};
	for (let first = 0; first < kind.length; first++) {
		if (!isMark(first)) continue;
		let end = first + 1;
		while (end < kind.length && isMark(end) && !isSentenceStart(layout, end)) end++;
		let most = 0;
		let own = 0;
		for (let at = first; at < end; at++) {
			most = Math.max(most, strengthAt(layout, at));
			own = Math.max(own, rank[at] ?? 0);
		}
		strength.fill(most, first, end);
		goesOn.fill(1, first, end - 1);
		rank.fill(own, first, end);
		first = end - 1;
	}
	return { strength, goesOn };
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

/** What a pair, or the text around all pairs, has seen so far in a sweep. */
interface Scope {
	/** Least rank since a mark that ends the range of weak separators, strong ones, colons, terminals. */
	readonly since: [weak: number, strong: number, colon: number, terminal: number];
	/** Least rank since any mark. */
	near: number;
	/** Least rank of all. */
	all: number;
}

/**
 * The least rank of the words in each mark's range on one side: to its left if `direction` is 1, to its
 * right if it is -1. At the far mark of a pair, the least rank inside.
 */
function sweep(
	layout: Layout,
	rank: Int32Array,
	partner: Int32Array,
	run: Runs,
	direction: 1 | -1,
): Int32Array {
	const { kind } = layout.words;
	const count = kind.length;
	const found = new Int32Array(count).fill(nothing);
	const entering = direction === 1 ? wordKind.open : wordKind.close;
	let scope = newScope();
	const outer: Scope[] = [];
	for (let step = 0; step < count; step++) {
		const at = direction === 1 ? step : count - 1 - step;
		if (direction === 1 && isSentenceStart(layout, at)) endSentence(scope, outer);
		const own = rank[at] ?? never;
		const strength = run.strength[at] ?? markStrength.none;
		if (kind[at] === wordKind.word || (own === always && kind[at] !== wordKind.marker)) see(scope, own);
		else if ((partner[at] ?? -1) >= 0) {
			if (kind[at] === entering) {
				outer.push(scope);
				scope = newScope();
			} else {
				const { all } = scope;
				found[at] = all;
				scope = outer.pop() ?? newScope();
				see(scope, all);
			}
		} else if (strength !== markStrength.none) {
			const narrow = strength === markStrength.colon && (direction === 1 || !opensLine(layout, partner, at));
			found[at] = narrow ? scope.near : (scope.since[strength] ?? nothing);
			if (run.goesOn[direction === 1 ? at : at - 1] !== 1) {
				const [from, to] = endedRanges(strength, direction);
				scope.since.fill(nothing, from, to);
				scope.near = nothing;
			}
		} else if (kind[at] !== wordKind.marker) {
			found[at] = scope.since[direction === 1 ? markStrength.terminal : markStrength.strong];
		}
		if (direction === -1 && isSentenceStart(layout, at)) endSentence(scope, outer);
		else if (direction === -1 && layout.gap[at] === gapStrength.newline)
			scope.since[markStrength.colon] = nothing;
	}
	return found;
}

/** Which ranges of `Scope.since` a mark ends: to its right all; to its left those of weaker marks. */
function endedRanges(strength: number, direction: 1 | -1): [from: number, to: number] {
	if (strength < markStrength.colon) return [0, direction === 1 ? strength + 1 : strength];
	if (direction === 1) return [0, markStrength.none];
	return [0, markStrength.colon];
}

function newScope(): Scope {
	return { since: [nothing, nothing, nothing, nothing], near: nothing, all: nothing };
}

function see(scope: Scope, rank: number): void {
	for (let range = 0; range < 4; range++) {
		scope.since[range] = Math.min(scope.since[range] ?? nothing, rank);
	}
	scope.near = Math.min(scope.near, rank);
	scope.all = Math.min(scope.all, rank);
}

function endSentence(scope: Scope, outer: readonly Scope[]): void {
	forget(scope);
	for (const each of outer) forget(each);
}

function forget(scope: Scope): void {
	scope.since.fill(nothing);
	scope.near = nothing;
}

/** Whether a new sentence begins at a word because of the line it stands on; a comma holds lines together. */
function isSentenceStart({ text, words, gap }: Layout, at: number): boolean {
	const { start, end, kind } = words;
	if (kind[at] === wordKind.marker || gap[at] === gapStrength.blankLine) return true;
	if (gap[at] !== gapStrength.newline) return false;
	return kind[at - 1] !== wordKind.separator || !weakMarks.test(text.slice(start[at - 1], end[at - 1]));
}

/** Whether no other mark stands between the start of the line and a colon, nor a bracket that is still open. */
function opensLine({ words, gap }: Layout, partner: Int32Array, colon: number): boolean {
	for (let at = colon; at >= 0; at--) {
		const kind = words.kind[at];
		if (at < colon && (kind === wordKind.separator || kind === wordKind.terminal)) return false;
		if ((partner[at] ?? -1) > colon) return false;
		if ((gap[at] ?? 0) >= gapStrength.newline) break;
	}
	return true;
}

function strengthAt({ text, words }: Layout, at: number): number {
	if (words.kind[at] === wordKind.terminal) return markStrength.terminal;
	const mark = text.slice(words.start[at], words.end[at]);
	if (weakMarks.test(mark)) return markStrength.weak;
	return colons.test(mark) ? markStrength.colon : markStrength.strong;
}
