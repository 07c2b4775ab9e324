// First step of a selection: which words are kept whatever their probability, and which the person dropped.
import type { ProtectOptions, SelectOptions, Span } from "../options.ts";
import { type Reason, reasons, type WordTable } from "../word-table.ts";
import { patternMatches } from "./pattern-matches.ts";
import { type Occurrence, Repeats } from "./repeats.ts";

/** The part of the options that changes the order of words; the amount to keep does not. */
export type Choices = Pick<
	SelectOptions,
	"protect" | "force" | "keepDigits" | "dropConsecutive" | "pin" | "drop"
>;

export interface Protection {
	/** Why each word is kept, as an index into `reasons`; 0 where the model decides. */
	readonly reason: Uint8Array;
	/** 1 for the words that the person dropped. */
	readonly dropped: Uint8Array;
	/** Whether a marker comes back with any word of its line. */
	readonly markup: boolean;
	/** Where `dropConsecutive` is asked for: the forced words that are not always kept; they have no reason. */
	readonly repeats: Repeats | null;
	/** Which of `protect.patterns` or of `force` the reasons `pattern` and `forced` come from; -1: `keepDigits`. */
	readonly cause: Int32Array;
}

const enabledByDefault: Readonly<Record<string, boolean>> = {
	code: true,
	url: true,
	placeholder: true,
	markup: true,
	negation: true,
	number: false,
};

/** Index of a reason in `WordTable.reason`. */
export function reasonIndex(reason: Reason): number {
	return reasons.indexOf(reason);
}

/**
 * Applies the options to the kinds that `splitWords` found. Later of these wins on the same word:
 * kind, pattern, digits, force, pin, drop.
 */
export function protectWords(text: string, words: WordTable, choices: Choices): Protection {
	const {
		protect = {},
		force = [],
		keepDigits = false,
		dropConsecutive = false,
		pin = [],
		drop = [],
	} = choices;
	const enabled = reasons.map((reason) => reason !== null && isEnabled(reason, protect));
	const reason = words.reason.map((index) => (enabled[index] ? index : 0));
	const dropped = new Uint8Array(words.start.length);
	const cause = new Int32Array(words.start.length);
	const markAs = (name: Reason, span: Span, from: number) => {
		const [first, end] = wordsIn(words, span);
		reason.fill(reasonIndex(name), first, end);
		cause.fill(from, first, end);
	};
	(protect.patterns ?? []).forEach((pattern, from) => {
		for (const span of patternMatches(text, pattern)) markAs("pattern", span, from);
	});
	if (keepDigits) for (const span of digitSpans(text)) markAs("forced", span, -1);
	const repeats = dropConsecutive ? new Repeats(words) : null;
	const isFree = (at: number) => reason[at] === 0;
	const found = force.map((item) => [...occurrences(text, words, item)]);
	if (repeats)
		for (const places of found)
			repeats.add(
				places.map((span) => asOccurrence(words, span)),
				isFree,
			);
	found.forEach((places, from) => {
		for (const span of repeats ? places.slice(0, 1) : places) markAs("forced", span, from);
	});
	for (const span of pin) markAs("pinned", span, 0);
	for (const span of drop) dropped.fill(1, ...wordsIn(words, span));
	return { reason, dropped, markup: isEnabled("markup", protect), repeats, cause };
}

function isEnabled(reason: Reason, protect: ProtectOptions): boolean {
	const chosen: unknown = (protect as Readonly<Record<string, unknown>>)[reason];
	return typeof chosen === "boolean" ? chosen : (enabledByDefault[reason] ?? false);
}

/** The numbers of the words that overlap a span, `[first, end)`. */
export function wordsIn({ start, end }: WordTable, span: Span): [first: number, end: number] {
	const first = firstEndingAfter(end, span[0]);
	let last = first;
	while (last < start.length && (start[last] ?? 0) < span[1]) last++;
	return [first, last];
}

function asOccurrence(words: WordTable, span: Span): Occurrence {
	const [first, end] = wordsIn(words, span);
	return { first, end };
}

function firstEndingAfter(ends: Uint32Array, place: number): number {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ends[middle] ?? 0) > place) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Runs of decimal digits of any script, as Python's `\d` has them. */
function* digitSpans(text: string): Generator<Span> {
	for (const match of text.matchAll(/\p{Nd}+/gu)) yield [match.index, match.index + match[0].length];
}

/** What may stand beside a word inside a unit of several that is one word here: a line of code, a string of JSON. */
const wordBegins = /[\s"`“„«()[\]{}<>,;=]$/u;
const wordEnds = /^(?:[\s"`”“»()[\]{}<>,;=]|[.!?:](?:$|\s))/u;
const isWordy = /^[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{M}\p{N}])?$/u;

/** Where `item` stands as whole words: it begins with one and ends with one, or is one of a unit's. */
function* occurrences(text: string, { start, end }: WordTable, item: string): Generator<Span> {
	for (let at = text.indexOf(item); at >= 0; at = text.indexOf(item, at + 1)) {
		const first = firstEndingAfter(end, at);
		const last = firstEndingAfter(end, at + item.length - 1);
		const to = at + item.length;
		const isWhole = start[first] === at && end[last] === to;
		if (isWhole || (first === last && isInside(start[first] ?? at, end[first] ?? to))) yield [at, to];

		function isInside(from: number, stop: number): boolean {
			if (from > at || stop < to || !isWordy.test(item)) return false;
			const before = from === at || wordBegins.test(text.slice(at - 1, at));
			return before && (stop === to || wordEnds.test(text.slice(to, Math.min(stop, to + 2))));
		}
	}
}
