// What a person should know of a result: warnings are data, one of a kind, with the ranges it speaks of.

import type { Span } from "../options.ts";
import type { Warning } from "../result.ts";
import { type Reason, wordKind } from "../word-table.ts";
import type { Layout } from "./gaps.ts";
import { reasonIndex } from "./protection.ts";

/**
 * A negation or a number that went while other words of its clause stayed: the clause now says something
 * else. Negations do that only by `drop` or `protect: { negation: false }`.
 *
 * @param isKept whether the word of that number stays
 */
export function droppedWarnings(layout: Layout, isKept: (at: number) => boolean): Warning[] {
	const warnings: Warning[] = [];
	const negations = droppedFromKeptClauses(layout, isKept, "negation");
	const numbers = droppedFromKeptClauses(layout, isKept, "number");
	if (negations.length > 0) {
		const message = `${count(negations, "negation")} dropped while the rest of the clause stays, which may reverse its sense.`;
		warnings.push({ code: "negation-dropped", message, spans: negations });
	}
	if (numbers.length > 0) {
		const message = `${count(numbers, "number")} dropped while the rest of the clause stays.`;
		warnings.push({ code: "number-dropped", message, spans: numbers });
	}
	return warnings;
}

function count(spans: readonly Span[], noun: string): string {
	return spans.length === 1 ? `A ${noun} was` : `${spans.length} ${noun}s were`;
}

function droppedFromKeptClauses({ words }: Layout, isKept: (at: number) => boolean, reason: Reason): Span[] {
	const { start, end, kind, clause } = words;
	const sought = reasonIndex(reason);
	const spans: Span[] = [];
	for (let first = 0; first < start.length; ) {
		let last = first;
		const dropped: number[] = [];
		let stays = false;
		for (; last < start.length && clause[last] === clause[first]; last++) {
			if (isKept(last)) stays ||= kind[last] === wordKind.word;
			else if (words.reason[last] === sought) dropped.push(last);
		}
		if (stays) for (const at of dropped) spans.push([start[at] ?? 0, end[at] ?? 0]);
		first = last;
	}
	return spans;
}

export const emptyWarning: Warning = {
	code: "empty",
	message: "The text is empty or white space only; it is returned as it is.",
	spans: [],
};

export const shortWarning: Warning = {
	code: "already-short",
	message: "The text is already short enough; it is returned as it is.",
	spans: [],
};

/** @param least whether only what is always kept stays; else a rate has kept the first step, which is never empty */
export function exceedsWarning(
	tokens: number,
	budget: number,
	spans: readonly Span[],
	least: boolean,
): Warning {
	const kept = least ? "What must be kept has" : "The most needed word, with what must stay beside it, has";
	const message = `${kept} ${tokens} tokens, more than the ${budget} allowed; nothing else is kept.`;
	return { code: "protected-exceeds-budget", message, spans };
}

export const nothingKeptWarning: Warning = {
	code: "nothing-kept",
	message: "No word fits the budget or reaches the threshold; the result is empty.",
	spans: [],
};
