// Structured texts with random keep probabilities, at many amounts, through the real selection.
import fc from "fast-check";
import { loadCounter } from "../count/count.ts";
import { scoreWith } from "../select/scored.fixture.ts";
import { createSelector } from "../select/select.ts";

const counter = await loadCounter("o200k_base");
const amounts = [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

export const probabilitiesArbitrary = fc.array(
	fc.integer({ min: 0, max: 12 }).map((n) => n / 12),
	{ minLength: 7, maxLength: 60 },
);

/**
 * The text at seven rates, from the least to all of it.
 *
 * @throws if a result has other than the tokens that it says
 */
export function compressed(text: string, probabilities: readonly number[]): string[] {
	const { words } = scoreWith(text, probabilities);
	const select = createSelector({ text, words, counter, model: "random", device: "wasm" });
	return amounts.map((rate) => {
		const result = select({ rate });
		const tokens = counter.count(result.text);
		if (tokens !== result.keptTokens) throw new Error(`${tokens} tokens, not ${result.keptTokens}`);
		return result.text;
	});
}

const words =
	"the report says nothing about what we had not planned for the next year , but teams need more time . 日本 語です не было 42 https://a.b/c {name} (see `x`) don't “so” - : # & * e.g. yes null true";

/** A sentence of words and marks. */
export const sentenceArbitrary = fc
	.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 20 })
	.map((found) => found.join(" "));
