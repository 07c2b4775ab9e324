// Compat: of several contexts, those that the reference keeps before it looks at their words: the ones whose words
// have the highest mean probability. A context without words, at which the reference fails, is none of them.
import type { CompatOptions } from "./options.ts";
import { mean, percentile } from "./percentile.ts";
import type { TokenWord } from "./token-words.ts";

/**
 * Places of the contexts that stay, in order.
 *
 * @param contexts the words of each
 * @param originTokens LLM tokens of all contexts
 */
export function filterContexts(
	contexts: readonly (readonly TokenWord[])[],
	originTokens: number,
	options: CompatOptions,
): number[] {
	const { contextFilter = {} } = options;
	const means = contexts.map((words) => mean(words.map(({ unforced }) => unforced)));
	const rated = means.filter(({ value }) => !Number.isNaN(value));
	const threshold = percentile(
		rated,
		Math.trunc(100 * (1 - contextRate(rated.length, originTokens, options))),
	);
	const isKept = (place: number) =>
		(means[place]?.value ?? Number.NaN) >= threshold || (contextFilter.force ?? []).includes(place);
	return contexts.flatMap((_, place) => (isKept(place) ? [place] : []));
}

function contextRate(
	count: number,
	originTokens: number,
	{ rate = 0.5, targetTokens = -1, filterTokens = true, contextFilter = {} }: CompatOptions,
): number {
	const { contexts = -1 } = contextFilter;
	let { rate: found = 1, targetTokens: tokens = -1 } = contextFilter;
	if (contexts <= 0 && found >= 1 && tokens <= 0) {
		if (targetTokens < 0 && rate < 1) found = filterTokens ? (rate + 1) / 2 : rate;
		if (targetTokens >= 0) tokens = filterTokens ? targetTokens * 2 : targetTokens;
	}
	if (contexts >= 0) found = Math.min(contexts / count, 1);
	if (tokens >= 0) found = Math.min(tokens / originTokens, 1);
	return found;
}
