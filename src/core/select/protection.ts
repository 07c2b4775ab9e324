// First step of a selection: which words are kept whatever their probability, and which the person dropped.
import type { ProtectOptions, SelectOptions, Span } from "../options.ts";
import { type Reason, reasons, type WordTable } from "../word-table.ts";

/** The part of the options that changes the order of words; the amount to keep does not. */
export type Choices = Pick<SelectOptions, "protect" | "force" | "pin" | "drop">;

export interface Protection {
	/** Why each word is kept, as an index into `reasons`; 0 where the model decides. */
	readonly reason: Uint8Array;
	/** 1 for the words that the person dropped. */
	readonly dropped: Uint8Array;
	/** Whether a marker comes back with any word of its line. */
	readonly markup: boolean;
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
 * kind, pattern, force, pin, drop.
 */
export function protectWords(text: string, words: WordTable, choices: Choices): Protection {
	const { protect = {}, force = [], pin = [], drop = [] } = choices;
	const enabled = reasons.map((reason) => reason !== null && isEnabled(reason, protect));
	const reason = words.reason.map((index) => (enabled[index] ? index : 0));
	const dropped = new Uint8Array(words.start.length);
	for (const pattern of protect.patterns ?? []) {
		for (const span of matches(text, pattern)) mark(reason, words, span, reasonIndex("pattern"));
	}
	for (const item of new Set(force)) {
		for (const span of occurrences(text, words, item)) mark(reason, words, span, reasonIndex("forced"));
	}
	for (const span of pin) mark(reason, words, span, reasonIndex("pinned"));
	for (const span of drop) mark(dropped, words, span, 1);
	return { reason, dropped, markup: isEnabled("markup", protect) };
}

function isEnabled(reason: Reason, protect: ProtectOptions): boolean {
	const chosen: unknown = (protect as Readonly<Record<string, unknown>>)[reason];
	return typeof chosen === "boolean" ? chosen : (enabledByDefault[reason] ?? false);
}

/** Sets `value` for every word that overlaps the span. */
function mark(column: Uint8Array, { start, end }: WordTable, span: Span, value: number): void {
	for (let at = firstEndingAfter(end, span[0]); at < start.length; at++) {
		if ((start[at] ?? 0) >= span[1]) break;
		column[at] = value;
	}
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

function* matches(text: string, pattern: RegExp): Generator<Span> {
	const flags = `${pattern.flags.replace(/[gy]/g, "")}g`;
	for (const match of text.matchAll(new RegExp(pattern.source, flags))) {
		if (match[0] !== "") yield [match.index, match.index + match[0].length];
	}
}

/** Where `item` stands as whole words: it begins with one and ends with one. */
function* occurrences(text: string, { start, end }: WordTable, item: string): Generator<Span> {
	for (let at = text.indexOf(item); at >= 0; at = text.indexOf(item, at + 1)) {
		const first = firstEndingAfter(end, at);
		const last = firstEndingAfter(end, at + item.length - 1);
		if (start[first] === at && end[last] === at + item.length) yield [at, at + item.length];
	}
}
