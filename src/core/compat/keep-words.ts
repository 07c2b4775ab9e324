// Compat: which words of one chunk stay. Every chunk has its own threshold, a percentile over LLM tokens.
import type { ForceTokens } from "./force-tokens.ts";
import { type Measure, percentile } from "./percentile.ts";
import type { TokenWord } from "./token-words.ts";

/**
 * Whether each word is kept.
 *
 * @param reduceRate 1 − rate, 0 < reduceRate < 1
 * @param countTokens LLM tokens of a word, cl100k_base
 */
export function keepWords(
	words: readonly TokenWord[],
	reduceRate: number,
	force: ForceTokens,
	dropConsecutive: boolean,
	countTokens: (text: string) => number,
): boolean[] {
	const measures = dropConsecutive
		? withoutRepeats(words, Math.trunc(100 * reduceRate), force)
		: words.map(({ probability }) => probability);
	const perToken = words.flatMap(({ spelling }, at) => {
		const measure = measures[at];
		return measure ? new Array<Measure>(countTokens(spelling)).fill(measure) : [];
	});
	const threshold = percentile(perToken, Math.trunc(100 * reduceRate + 1));
	let last: string | undefined;
	return words.map(({ spelling }, at) => {
		const { value } = measures[at] ?? { value: 0 };
		if (!(value > threshold || (threshold === 1 && value === threshold))) return false;
		if (dropConsecutive && force.tokens.has(spelling) && last === spelling) return false;
		last = spelling;
		return true;
	});
}

/** A force token that follows itself, with no word above the threshold between, gets probability 0. */
function withoutRepeats(words: readonly TokenWord[], percent: number, force: ForceTokens): Measure[] {
	const measures = words.map(({ probability }) => probability);
	const threshold = percentile(measures, percent);
	let isBetween = false;
	let last: string | undefined;
	return words.map(({ spelling, probability }) => {
		if (!force.tokens.has(spelling)) {
			isBetween ||= probability.value > threshold;
			return probability;
		}
		const isRepeat = !isBetween && spelling === last;
		isBetween = false;
		last = spelling;
		return isRepeat ? { value: 0, isFloat32: false } : probability;
	});
}
