// Selects at several rates, with the guards of core and without, and tells which words stayed.
import type { ProtectOptions, SelectOptions } from "../../../src/core/options.ts";
import type { CompressResult } from "../../../src/core/result.ts";
import type { Selections } from "../page-functions.ts";

/** Nothing is protected: the scores alone decide. (Marks still go with their words; they are no content.) */
const nothing: ProtectOptions = {
	code: false,
	url: false,
	placeholder: false,
	markup: false,
	negation: false,
	number: false,
};

const modes: Readonly<Record<string, SelectOptions>> = { guards: {}, bare: { protect: nothing } };

interface Words {
	readonly start: ArrayLike<number>;
	readonly end: ArrayLike<number>;
}

/** @param prefix put before the names of the selections */
export function selectAll(
	select: (options: SelectOptions) => CompressResult,
	words: Words,
	rates: readonly number[],
	prefix = "",
): Selections {
	const selections: Selections = {};
	for (const [mode, options] of Object.entries(modes)) {
		for (const rate of rates) {
			const { spans, keptTokens } = select({ ...options, rate });
			selections[`${prefix}${mode} ${rate}`] = { words: keptWords(words, spans), tokens: keptTokens };
		}
	}
	return selections;
}

function keptWords({ start, end }: Words, spans: CompressResult["spans"]): string {
	let next = 0;
	return Array.from(start, (from, at) => {
		while ((spans[next]?.[1] ?? Number.POSITIVE_INFINITY) <= from) next++;
		const [spanStart, spanEnd] = spans[next] ?? [0, 0];
		return from >= spanStart && (end[at] ?? 0) <= spanEnd ? "1" : "0";
	}).join("");
}
