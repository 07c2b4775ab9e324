// Reads the reason for a word's fate off the order that selected it, so that the two cannot disagree.
import type { ProtectOptions, Span } from "../options.ts";
import { byItself } from "../select/bring-along.ts";
import type { Layout } from "../select/gaps.ts";
import { neverKept, type Order } from "../select/order.ts";
import { type Choices, reasonIndex } from "../select/protection.ts";
import { reasons, type WordTable, wordKind } from "../word-table.ts";
import { headOf } from "../words/negation-heads.ts";
import type { AmountReason, Because, Explanation, Tie } from "./explanation.ts";

/** A selection as it was made. */
export interface Selected {
	readonly layout: Layout;
	readonly order: Order;
	readonly choices: Choices;
	/** How many steps of the order are kept. */
	readonly steps: number;
	/** Whether the whole text is kept as it is. */
	readonly complete: boolean;
	/** The amount that was asked for. */
	readonly amount: AmountReason;
}

/** Why word `at` was kept or dropped. Takes time linear in the number of words. */
export function explainWord(selected: Selected, at: number): Explanation {
	const { layout, order, complete, steps } = selected;
	const { start, end, keepProbability } = layout.words;
	const kept = complete || (order.step[at] ?? neverKept) <= steps;
	return {
		start: start[at] ?? 0,
		end: end[at] ?? 0,
		keepProbability: keepProbability[at] ?? 0,
		rank: rankOf(keepProbability, at),
		of: start.length,
		kept,
		because: choiceOf(selected, at) ?? protectionOf(selected, at) ?? tieOrAmount(selected, at, kept),
	};
}

/** The place in the order of keep probabilities, ties by position. */
function rankOf(keepProbability: Float32Array, at: number): number {
	const own = keepProbability[at] || 0;
	let before = 0;
	for (let other = 0; other < keepProbability.length; other++) {
		const probability = keepProbability[other] || 0;
		if (probability > own || (probability === own && other < at)) before++;
	}
	return before + 1;
}

/** What the person or the caller chose for the word. */
function choiceOf({ order, choices }: Selected, at: number): Because | null {
	const { dropped, reason, cause } = order.protection;
	if (dropped[at]) return { kind: "dropped" };
	const from = cause[at] ?? 0;
	switch (reasons[reason[at] ?? 0]) {
		case "pinned":
			return { kind: "pinned" };
		case "forced":
			return { kind: "forced", item: from < 0 ? null : (choices.force?.[from] ?? null) };
		case "pattern": {
			const pattern = patternOf(choices.protect, from);
			return pattern && { kind: "pattern", pattern };
		}
		default:
			return null;
	}
}

function patternOf(protect: ProtectOptions | undefined, from: number): RegExp | null {
	return protect?.patterns?.[from] ?? null;
}

/** The kind that keeps the word; a negation and what opens a line are kept by another word instead. */
function protectionOf({ order, layout }: Selected, at: number): Because | null {
	const rule = reasons[order.protection.reason[at] ?? 0];
	if (rule === "code" || rule === "url" || rule === "placeholder" || rule === "number") {
		return { kind: "protected", rule };
	}
	const follows = layout.words.kind[at] === wordKind.marker;
	return rule === "markup" && !follows ? { kind: "protected", rule } : null;
}

function tieOrAmount(selected: Selected, at: number, kept: boolean): Because {
	const { layout, order, steps, complete, amount } = selected;
	if (complete) return { kind: "everything" };
	const to = pullerOf(selected, at);
	// A word that its neighbour did not keep out was kept out by the amount.
	const follows = to >= 0 && (kept || (order.step[to] ?? neverKept) > steps);
	if (!follows && reachesAmount(selected, at) === kept) return amount;
	const other = follows ? to : companionOf(selected, at, kept);
	return { kind: "tied", as: tieOf(selected, at, other), to: spanOf(layout.words, other) };
}

/** Whether the word's own keep probability is enough for the amount; of equal ones some may be left out. */
function reachesAmount({ layout, order, steps, amount }: Selected, at: number): boolean {
	const own = Math.min(1, Math.max(0, layout.words.keepProbability[at] || 0));
	if (amount.by === "threshold") return own >= Math.fround(amount.value);
	const least = order.stepProbability[steps - 1] ?? 1;
	return own === least ? (order.step[at] ?? neverKept) <= steps : own > least;
}

/** The word nearest to `at` that has its fate: what stands beside a mark decided for it. */
function companionOf({ layout, order, steps }: Selected, at: number, kept: boolean): number {
	const { kind } = layout.words;
	const same = (other: number) => (order.step[other] ?? neverKept) <= steps === kept;
	const word = nearest(at, kind.length, (other) => kind[other] === wordKind.word && same(other));
	if (word >= 0) return word;
	const mark = nearest(at, kind.length, same);
	return mark >= 0 ? mark : at;
}

function spanOf({ start, end }: WordTable, at: number): Span {
	return [start[at] ?? 0, end[at] ?? 0];
}

/** The word that `at` joins with; -1 where it joins by its own keep probability. */
function pullerOf({ layout, order }: Selected, at: number): number {
	const { words } = layout;
	const { step, stepProbability, broughtBy } = order;
	const brought = broughtBy[at] ?? byItself;
	if (brought !== byItself) return brought;
	if (words.kind[at] === wordKind.word) return -1;
	const own = step[at] ?? neverKept;
	const isWord = (other: number) => words.kind[other] === wordKind.word;
	const same = nearest(at, step.length, (other) => step[other] === own && isWord(other));
	if (same >= 0) return same;
	if (own === neverKept) return nearest(at, step.length, (other) => step[other] === neverKept);
	const ranked = stepProbability[own - 1];
	if (own === 0 || ranked === words.keepProbability[at]) return -1;
	return nearest(
		at,
		step.length,
		(other) => step[other] === own - 1 && isWord(other) && words.keepProbability[other] === ranked,
	);
}

/** The word nearest to `at` that passes, `at` aside; -1 if none does. */
function nearest(at: number, count: number, passes: (other: number) => boolean): number {
	for (let away = 1; away < count; away++) {
		if (at + away < count && passes(at + away)) return at + away;
		if (at - away >= 0 && passes(at - away)) return at - away;
	}
	return -1;
}

function tieOf({ layout, order }: Selected, at: number, to: number): Tie {
	const { text, words } = layout;
	const { reason, repeats } = order.protection;
	const isNegation = (word: number) => reason[word] === reasonIndex("negation");
	if (isNegation(at)) return "negation";
	if (repeats?.has(at)) return "repeat";
	if (order.broughtBy[at] === byItself) return words.kind[at] === wordKind.marker ? "line" : "mark";
	if (!isNegation(to)) return "block";
	const [from, end] = headOf(text, words, to, isNegation);
	return from <= at && at < end ? "negated" : "block";
}
