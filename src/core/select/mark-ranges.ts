// The words that a mark stands beside: for each mark the least rank of those on its left and on its right.

import { rowsPerStep, type Steps } from "../steps.ts";
import { wordKind } from "../word-table.ts";
import { gapStrength, isItemNumber, type Layout } from "./gaps.ts";
import type { MarkRuns } from "./mark-runs.ts";
import { isSentenceStart, markStrength, strengthAt } from "./mark-strength.ts";
import { always, never, nothing } from "./rank.ts";

/** What a pair, or the text around all pairs, has seen so far in a sweep. */
interface Scope {
	/** Least rank since a mark that ends the range of weak separators, strong ones, colons, terminals. */
	readonly since: [weak: number, strong: number, colon: number, terminal: number];
	/** Least rank since any mark. */
	near: number;
	/** Least rank of all. */
	all: number;
	/** Least rank of the sentence's words but those that a full stop would make the number of an item. */
	ending: number;
}

/**
 * The least rank of the words in each mark's range on one side: to its left if `direction` is 1, to its
 * right if it is -1. At the far mark of a pair, the least rank inside. A mark that is always kept counts as a
 * word, but to the marks behind one that is pinned, which would double it.
 */
export function* sweepRangesInSteps(
	layout: Layout,
	rank: Int32Array,
	partner: Int32Array,
	run: MarkRuns,
	direction: 1 | -1,
	isPinned: (at: number) => boolean,
): Steps<Int32Array> {
	const { kind } = layout.words;
	const count = kind.length;
	const found = new Int32Array(count).fill(nothing);
	const entering = direction === 1 ? wordKind.open : wordKind.close;
	const isPinnedMark = (at: number) =>
		(kind[at] === wordKind.separator || kind[at] === wordKind.terminal) && isPinned(at);
	let scope = newScope();
	const outer: Scope[] = [];
	for (let step = 0; step < count; step++) {
		if (step % rowsPerStep === rowsPerStep - 1) yield;
		const at = direction === 1 ? step : count - 1 - step;
		if (direction === 1 && isSentenceStart(layout, at)) endSentence(scope, outer);
		const own = rank[at] ?? never;
		const strength = run.strength[at] ?? markStrength.none;
		if (kind[at] === wordKind.word || (own === always && kind[at] !== wordKind.marker)) {
			see(scope, own, direction === 1 && wouldNumber(layout, at) ? nothing : own);
			if (direction === 1 && (isAbbreviated(layout, at) || isPinnedMark(at) || isColon(layout, at)))
				forget(scope);
		} else if ((partner[at] ?? -1) >= 0) {
			if (kind[at] === entering) {
				outer.push(scope);
				scope = newScope();
			} else {
				const { all, ending } = scope;
				found[at] = all;
				scope = outer.pop() ?? newScope();
				see(scope, all, ending);
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

/** What stands behind a label's colon begins anew, also where the label always stays. */
function isColon(layout: Layout, at: number): boolean {
	return layout.words.kind[at] === wordKind.separator && strengthAt(layout, at) === markStrength.colon;
}

/** Whether a word brings its own full stop (`e.g.`, `3.`), which a mark further on would double without a word between. */
function isAbbreviated({ text, words }: Layout, at: number): boolean {
	return text.charCodeAt((words.end[at] ?? 0) - 1) === 0x2e && words.kind[at + 1] === wordKind.word;
}

/** Whether a full stop from further on would make a word that opens the line the number of an item (`7.`). */
function wouldNumber({ text, words }: Layout, at: number): boolean {
	return words.kind[at + 1] !== wordKind.terminal && isItemNumber(text, words, at);
}

/** Which ranges of `Scope.since` a mark ends: to its right all; to its left those of weaker marks. */
function endedRanges(strength: number, direction: 1 | -1): [from: number, to: number] {
	if (strength < markStrength.colon) return [0, direction === 1 ? strength + 1 : strength];
	if (direction === 1) return [0, markStrength.none];
	return [0, markStrength.colon];
}

function newScope(): Scope {
	return { since: [nothing, nothing, nothing, nothing], near: nothing, all: nothing, ending: nothing };
}

/** @param ending `rank` as a full stop counts it */
function see(scope: Scope, rank: number, ending: number): void {
	const { since } = scope;
	for (const range of [markStrength.weak, markStrength.strong, markStrength.colon])
		since[range] = Math.min(since[range], rank);
	since[markStrength.terminal] = Math.min(since[markStrength.terminal], ending);
	scope.near = Math.min(scope.near, rank);
	scope.all = Math.min(scope.all, rank);
	scope.ending = Math.min(scope.ending, ending);
}

function endSentence(scope: Scope, outer: readonly Scope[]): void {
	for (const each of [scope, ...outer]) {
		forget(each);
		each.ending = nothing;
	}
}

function forget(scope: Scope): void {
	scope.since.fill(nothing);
	scope.near = nothing;
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
