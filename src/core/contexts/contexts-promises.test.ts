// The promises of a selection over several contexts, over random texts, probabilities and choices.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customCounter, loadCounter, type TokenCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import type { Scored } from "../select/scored.fixture.ts";
import { Selector } from "../select/select.ts";
import { byWords, contextsArbitrary, contextsWithChoices, selectorOf } from "./contexts.fixture.ts";
import type { ContextsResult } from "./contexts-result.ts";

const o200k = await loadCounter("o200k_base");
/** A count that does not add up, nor grow with the text. */
const odd = customCounter((text) => ((text.length * 7) % 40) + Math.ceil(text.length / 5));
const counters: [string, TokenCounter][] = [
	["o200k_base", o200k],
	["a caller's function", odd],
];

type Amount = Pick<SelectOptions, "rate" | "targetTokens" | "threshold">;
const amounts: [string, Amount[]][] = [
	["rates", [0.05, 0.2, 0.33, 0.5, 0.66, 0.9, 1].map((rate) => ({ rate }))],
	["budgets", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89].map((targetTokens) => ({ targetTokens }))],
	["thresholds", [1, 0.75, 0.5, 0.25, 0].map((threshold) => ({ threshold }))],
];
const anyAmount = fc.constantFrom(...amounts.flatMap(([, list]) => list));
const minimum = fc.constantFrom(0, 0, 1, 3, 10);

/** The kept words of all contexts, each as "context:word". */
function keptWords(contexts: readonly Scored[], { contexts: results }: ContextsResult): Set<string> {
	const kept = new Set<string>();
	contexts.forEach(({ words }, context) => {
		const spans = results[context]?.spans ?? [];
		words.start.forEach((start, at) => {
			const end = words.end[at] ?? 0;
			if (spans.some(([from, to]) => from <= start && end <= to)) kept.add(`${context}:${at}`);
		});
	});
	return kept;
}

const missing = (small: Set<string>, large: Set<string>) => [...small].filter((word) => !large.has(word));

describe("verbatim", () => {
	test("each context by itself and in its place: spans are its slices, in order", () => {
		fc.assert(
			fc.property(contextsWithChoices, anyAmount, ({ contexts, choices }, options) => {
				const result = selectorOf(contexts, o200k)({ ...choices, ...options });
				expect(result.contexts).toHaveLength(contexts.length);
				result.contexts.forEach(({ text, spans }, at) => {
					const source = contexts[at]?.text ?? "";
					let [found, end] = [0, 0];
					for (const span of spans) {
						expect(span[0]).toBeGreaterThanOrEqual(end);
						end = span[1];
						const place = text.indexOf(source.slice(...span), found);
						expect(text.slice(found, place)).toMatch(/^\s*$/);
						found = place + end - span[0];
					}
					expect(text.slice(found)).toBe("");
					expect(end).toBeLessThanOrEqual(source.length);
				});
			}),
			{ numRuns: 60 },
		);
	});

	test("everything kept is the contexts themselves", () => {
		fc.assert(
			fc.property(contextsArbitrary, fc.boolean(), (contexts, asked) => {
				const select = selectorOf(contexts, o200k, asked);
				const texts = contexts.map(({ text }) => text);
				expect(select({ rate: 1 }).contexts.map(({ text }) => text)).toEqual(texts);
				expect(select({ threshold: 0 }).contexts.map(({ text }) => text)).toEqual(texts);
			}),
			{ numRuns: 40 },
		);
	});
});

describe.each(counters)("by %s", (_, counter) => {
	test("the result has at most the budget, and what fits is in it", () => {
		fc.assert(
			fc.property(
				contextsWithChoices,
				fc.integer({ min: 1, max: 80 }),
				minimum,
				fc.boolean(),
				({ contexts, choices }, targetTokens, minPerContext, asked) => {
					const select = selectorOf(contexts, counter, asked);
					const result = select({ ...choices, targetTokens, minPerContext });
					const tokens = result.contexts.map(({ text }) => counter.count(text));
					expect(result.contexts.map(({ keptTokens }) => keptTokens)).toEqual(tokens);
					expect(result.keptTokens).toBe(tokens.reduce((sum, own) => sum + own, 0));
					if (result.keptTokens > targetTokens) {
						const codes = result.warnings.map(({ code }) => code);
						expect(codes).toContainEqual(
							expect.stringMatching(/^(protected-exceeds-budget|already-short|empty)$/),
						);
						return;
					}
					if (counter === odd) return;
					for (const more of [1, 2, 5]) {
						const next = select({ ...choices, minPerContext, targetTokens: targetTokens + more });
						expect(next.keptTokens > targetTokens || next.keptTokens === result.keptTokens).toBe(true);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	test.each(amounts)("monotone over %s", (_name, list) => {
		fc.assert(
			fc.property(
				contextsWithChoices,
				minimum,
				fc.boolean(),
				({ contexts, choices }, minPerContext, asked) => {
					const select = selectorOf(contexts, counter, asked);
					let before = new Set<string>();
					for (const options of list) {
						const kept = keptWords(contexts, select({ ...choices, ...options, minPerContext }));
						expect(missing(before, kept)).toEqual([]);
						before = kept;
					}
				},
			),
			{ numRuns: 30 },
		);
	});

	test("one context gives what the single text gives", () => {
		fc.assert(
			fc.property(contextsWithChoices, anyAmount, fc.boolean(), ({ contexts, choices }, amount, asked) => {
				const [context] = contexts;
				if (!context) return;
				const { pin: [pin = []] = [], drop: [drop = []] = [], ...others } = choices;
				const joint = selectorOf(
					[context],
					counter,
					asked,
				)({
					...others,
					...amount,
					pin: [pin],
					drop: [drop],
				});
				const selector = new Selector({ ...context, counter, model: "random", device: "wasm" });
				const single = selector.select({ ...others, ...amount, pin, drop });
				const { text, spans, sourceTokens, keptTokens, rate, ratio } = single;
				expect(joint.contexts).toEqual([{ text, spans, sourceTokens, keptTokens, rate, ratio }]);
				expect(joint).toMatchObject({ sourceTokens, keptTokens, rate, ratio });
				expect(joint.warnings.map(({ code }) => code)).toEqual(single.warnings.map(({ code }) => code));
			}),
			{ numRuns: 100 },
		);
	});
});

test.each([
	["o200k_base", o200k],
	["words", byWords],
])("minPerContext holds at any amount, by %s", (_, counter) => {
	fc.assert(
		fc.property(contextsArbitrary, anyAmount, minimum, fc.boolean(), (contexts, options, least, asked) => {
			const result = selectorOf(contexts, counter, asked)({ ...options, minPerContext: least });
			contexts.forEach(({ text }, at) => {
				if (text.trim() === "") return;
				const { keptTokens = -1, sourceTokens = 0 } = result.contexts[at] ?? {};
				expect(keptTokens).toBeGreaterThanOrEqual(Math.min(least, sourceTokens));
			});
		}),
		{ numRuns: 100 },
	);
});

test("without a question no word stays that is needed less than one that went, whichever context it is in", () => {
	fc.assert(
		fc.property(contextsArbitrary, anyAmount, (contexts, options) => {
			const protect = { code: false, url: false, placeholder: false, markup: false, negation: false };
			const kept = keptWords(contexts, selectorOf(contexts, o200k)({ ...options, protect }));
			const content = contexts.flatMap(({ words }, context) =>
				[...words.start.keys()]
					.filter((at) => words.kind[at] === 0)
					.map((at) => ({ name: `${context}:${at}`, value: words.keepProbability[at] ?? 0 })),
			);
			const least = Math.min(2, ...content.filter(({ name }) => kept.has(name)).map(({ value }) => value));
			for (const { name, value } of content) {
				if (!kept.has(name)) expect(value).toBeLessThanOrEqual(least);
			}
		}),
		{ numRuns: 60 },
	);
});
