// What a result breaks of the promises, in words: one quick pass, for tests with very many cases.
import type { TokenCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import type { CompressResult } from "../result.ts";
import { reasons, wordKind } from "../word-table.ts";
import type { Scored } from "./scored.fixture.ts";

const negation = reasons.indexOf("negation");

/** Whether each word lies in a span of the result, by number. */
export function keptMask({ words }: Scored, { spans }: CompressResult): boolean[] {
	let at = 0;
	return Array.from(words.start, (start, word) => {
		while ((spans[at]?.[1] ?? Number.POSITIVE_INFINITY) <= start) at++;
		const [from, to] = spans[at] ?? [0, -1];
		return from <= start && (words.end[word] ?? 0) <= to;
	});
}

export interface Reference {
	readonly counter: TokenCounter;
	/** The same options with the strictest budget: only what even that one keeps may exceed another. */
	readonly least: CompressResult;
}

/** Promises that a result breaks by itself: verbatim, exact, never the opposite. None: the empty list. */
export function breaches(
	scored: Scored,
	options: SelectOptions,
	result: CompressResult,
	reference: Reference,
): string[] {
	return [
		...verbatim(scored.text, result),
		...exact(options, result, reference),
		...opposite(scored, options, result),
	];
}

/** The result's text is its spans, in order, with white space between. */
function* verbatim(source: string, { text, spans }: CompressResult) {
	let end = 0;
	let at = 0;
	for (const [from, to] of spans) {
		if (from < end || to <= from || to > source.length) yield `span ${from}–${to} after ${end}`;
		end = to;
		const slice = source.slice(from, to);
		const gap = /\s*/y;
		// White space may begin the slice too: the fewest characters that lead to it are the separator.
		gap.lastIndex = at;
		const most = at + (gap.exec(text)?.[0].length ?? 0);
		let found = at;
		while (found <= most && !text.startsWith(slice, found)) found++;
		if (found > most) {
			yield `"${slice}" is not at ${at} of the result`;
			return;
		}
		at = found + slice.length;
	}
	if (at !== text.length) yield `"${text.slice(at)}" after the last span`;
}

function* exact(
	{ rate, targetTokens }: SelectOptions,
	result: CompressResult,
	{ counter, least }: Reference,
) {
	const { keptTokens, sourceTokens, text, warnings } = result;
	const counted = counter.count(text);
	if (counted !== keptTokens) yield `${keptTokens} tokens are said, ${counted} are there`;
	const budget =
		targetTokens ?? (rate === undefined ? Number.POSITIVE_INFINITY : Math.floor(rate * sourceTokens + 1e-9));
	if (keptTokens <= budget) return;
	const codes = warnings.map(({ code }) => code);
	// A text so short that shortening it makes no sense stays whole.
	if (codes.includes("already-short") || codes.includes("empty")) return;
	if (!codes.includes("protected-exceeds-budget"))
		yield `${keptTokens} of ${budget} tokens without a warning`;
	if (text !== least.text) yield `${keptTokens} of ${budget} tokens, where ${least.keptTokens} are possible`;
}

/** Where negations are protected, one stays if and only if a word of its clause does. */
function* opposite(scored: Scored, { protect, drop = [] }: SelectOptions, result: CompressResult) {
	if (protect?.negation === false) return;
	const { words } = scored;
	const kept = keptMask(scored, result);
	const isPlain = (at: number) => words.kind[at] === wordKind.word;
	const stays = new Set(words.clause.filter((_, at) => kept[at] && isPlain(at)));
	for (const [at, clause] of words.clause.entries()) {
		if (words.reason[at] !== negation || kept[at] === stays.has(clause)) continue;
		if (drop.some(([from, to]) => from < (words.end[at] ?? 0) && (words.start[at] ?? 0) < to)) continue;
		yield `the negation at ${words.start[at]} is ${kept[at] ? "alone" : "lost"}`;
	}
}
