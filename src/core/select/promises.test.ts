// The promises of a selection, over random texts, probabilities and choices.
import fc from "fast-check";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test, vi } from "vitest";
import { customCounter, loadCounter, type TokenCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import type { CompressResult } from "../result.ts";
import { proseArbitrary } from "../text.fixture.ts";
import { reasons, wordKind } from "../word-table.ts";
import { headOf } from "../words/negation-heads.ts";
import { type Scored, scoredArbitrary, scoredWithChoices, scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const o200k = await loadCounter("o200k_base");
/** A count that does not add up, nor grow with the text. */
const odd = customCounter((text) => ((text.length * 7) % 40) + Math.ceil(text.length / 5));
const plain = { disallowedSpecial: new Set<string>() };

function selectorOf({ text, words }: Scored, counter: TokenCounter = o200k) {
	return createSelector({ text, words, counter, model: "random", device: "wasm" });
}

/** What lies between the spans in a result's text. */
function separators(source: string, { text, spans }: CompressResult): string[] {
	const between: string[] = [];
	let at = 0;
	for (const [start, end] of spans) {
		const found = text.indexOf(source.slice(start, end), at);
		between.push(text.slice(at, found));
		at = found + end - start;
	}
	return [...between, text.slice(at)];
}

/** Numbers of the words that a result's spans cover. */
function keptWords({ words }: Scored, { spans }: CompressResult): Set<number> {
	const kept = new Set<number>();
	words.start.forEach((start, at) => {
		if (spans.some(([from, to]) => from <= start && (words.end[at] ?? 0) <= to)) kept.add(at);
	});
	return kept;
}

/** Numbers of the words that come with a negation because it is about them. */
function negated({ text, words }: Scored, isNegation: (at: number) => boolean): Set<number> {
	const heads = new Set<number>();
	for (let at = 0; at < words.start.length; at++) {
		if (!isNegation(at)) continue;
		const [from, to] = headOf(text, words, at, isNegation);
		for (let head = from; head < to; head++) heads.add(head);
	}
	return heads;
}

function isSubset(small: Set<number>, large: Set<number>): boolean {
	return [...small].every((at) => large.has(at));
}

const rates = [0.05, 0.2, 0.33, 0.5, 0.66, 0.9, 1];
const thresholds = [1, 0.75, 0.5, 0.25, 0];

describe("verbatim", () => {
	test("spans are slices in order, between them is white space of the source or one separator", () => {
		fc.assert(
			fc.property(scoredWithChoices, fc.constantFrom(...rates), ({ choices, ...scored }, rate) => {
				const result = selectorOf(scored)({ ...choices, rate });
				let end = 0;
				for (const span of result.spans) {
					expect(span[0]).toBeGreaterThanOrEqual(end);
					expect(span[1]).toBeGreaterThan(span[0]);
					end = span[1];
				}
				expect(end).toBeLessThanOrEqual(scored.text.length);
				const between = separators(scored.text, result);
				expect(between[0]).toBe("");
				expect(between.at(-1)).toBe("");
				for (const separator of between) {
					expect(separator).toMatch(/^\s*$/);
					// Line breaks and the depth of the next line may come from two places.
					const parts = /^(.*[\n\r\u2028\u2029])?(.*)$/s.exec(separator)?.slice(1) ?? [];
					const found = parts.every((part) => scored.text.includes(part ?? ""));
					expect(separator === " " || found).toBe(true);
				}
			}),
			{ numRuns: 200 },
		);
	});

	test("everything kept is the text itself", () => {
		fc.assert(
			fc.property(scoredArbitrary, (scored) => {
				const select = selectorOf(scored);
				expect(select({ rate: 1 }).text).toBe(scored.text);
				expect(select({ threshold: 0 }).text).toBe(scored.text);
				expect(select({ targetTokens: Math.max(1, countTokens(scored.text, plain)) }).text).toBe(scored.text);
			}),
		);
	});
});

describe.each([
	["o200k_base", o200k],
	["a caller's function", odd],
])("exact budgets by %s", (_, counter) => {
	test("the result has at most the budget, and the next step of the order does not fit", () => {
		fc.assert(
			fc.property(
				scoredWithChoices,
				fc.integer({ min: 1, max: 60 }),
				({ choices, ...scored }, targetTokens) => {
					const select = selectorOf(scored, counter);
					const result = select({ ...choices, targetTokens });
					expect(result.keptTokens).toBe(counter.count(result.text));
					const codes = result.warnings.map((warning) => warning.code);
					if (result.keptTokens > targetTokens) {
						const passes = ["protected-exceeds-budget", "already-short"];
						expect(codes.some((code) => passes.includes(code))).toBe(true);
						return;
					}
					const kept = keptWords(scored, result);
					for (const threshold of new Set(scored.words.keepProbability)) {
						const other = select({ ...choices, threshold });
						if (isSubset(keptWords(scored, other), kept)) continue;
						// Every valid result with more words than this one and no others costs more, or costs dip there.
						expect(other.keptTokens > targetTokens || counter === odd).toBe(true);
					}
				},
			),
			{ numRuns: 150 },
		);
	});
});

test("a rate's budget is never exceeded without a warning, which names what stays", () => {
	fc.assert(
		fc.property(scoredWithChoices, fc.constantFrom(0.01, ...rates), ({ choices, ...scored }, rate) => {
			const result = selectorOf(scored)({ ...choices, rate });
			const budget = Math.floor(rate * result.sourceTokens + 1e-9);
			const found = result.warnings.filter(({ code }) => code === "protected-exceeds-budget");
			const unchanged = result.warnings.some(({ code }) => code === "already-short" || code === "empty");
			expect(found.length).toBe(result.keptTokens > budget && !unchanged ? 1 : 0);
			for (const { message, spans } of found) {
				expect(message).toContain(`${result.keptTokens} tokens, more than the ${budget} allowed`);
				expect(spans).toEqual(result.spans);
			}
		}),
		{ numRuns: 150 },
	);
});

test("no word is left out that is needed more than one kept, but what comes with it", () => {
	fc.assert(
		fc.property(scoredWithChoices, fc.constantFrom(...rates), ({ choices, ...scored }, rate) => {
			const { words } = scored;
			const isNegation = (at: number) => words.reason[at] === reasons.indexOf("negation");
			const heads = negated(scored, isNegation);
			const kept = keptWords(scored, selectorOf(scored)({ ...choices, rate }));
			const always = keptWords(
				scored,
				selectorOf(scored)({ ...choices, threshold: 1, drop: choices.drop ?? [] }),
			);
			const probability = (at: number) => words.keepProbability[at] ?? 0;
			const comesAlong = (at: number) => isNegation(at) || heads.has(at) || words.blocks.of[at] !== 0;
			const isFree = (at: number) => !always.has(at) && !comesAlong(at) && words.kind[at] === wordKind.word;
			const leastKept = Math.min(2, ...[...kept].filter(isFree).map(probability));
			words.start.forEach((start, at) => {
				const dropped = choices.drop?.some(([from, to]) => from < (words.end[at] ?? 0) && start < to);
				if (kept.has(at) || dropped || words.kind[at] !== wordKind.word || words.reason[at]) return;
				expect(probability(at)).toBeLessThanOrEqual(leastKept);
			});
		}),
		{ numRuns: 200 },
	);
});

test("never the opposite: a clause with a kept word keeps its negations", () => {
	fc.assert(
		fc.property(scoredWithChoices, fc.constantFrom(...rates), ({ choices, ...scored }, rate) => {
			const { words } = scored;
			const protect = { ...choices.protect, negation: true };
			const kept = keptWords(scored, selectorOf(scored)({ ...choices, protect, rate }));
			const stays = new Set(
				[...kept].filter((at) => words.kind[at] === wordKind.word).map((at) => words.clause[at]),
			);
			words.start.forEach((start, at) => {
				const dropped = choices.drop?.some(([from, to]) => from < (words.end[at] ?? 0) && start < to);
				if (words.reason[at] !== reasons.indexOf("negation") || dropped) return;
				expect([at, kept.has(at)]).toEqual([at, stays.has(words.clause[at])]);
			});
		}),
		{ numRuns: 200 },
	);
});

test("o200k_base counts are those of gpt-tokenizer", () => {
	fc.assert(
		fc.property(scoredWithChoices, fc.constantFrom(...rates), ({ choices, ...scored }, rate) => {
			const result = selectorOf(scored)({ ...choices, rate });
			expect(result.keptTokens).toBe(countTokens(result.text, plain));
			expect(result.sourceTokens).toBe(countTokens(scored.text, plain));
		}),
	);
});

describe.each([
	["o200k_base", o200k],
	["a caller's function", odd],
])("monotone by %s", (_, counter) => {
	test.each<[string, SelectOptions[]]>([
		["rates", rates.map((rate) => ({ rate }))],
		["budgets", [1, 2, 3, 5, 8, 13, 21, 34, 55].map((targetTokens) => ({ targetTokens }))],
		["thresholds", thresholds.map((threshold) => ({ threshold }))],
	])("over %s", (_name, amounts) => {
		fc.assert(
			fc.property(scoredWithChoices, ({ choices, ...scored }) => {
				const select = selectorOf(scored, counter);
				let before = new Set<number>();
				for (const amount of amounts) {
					const kept = keptWords(scored, select({ ...choices, ...amount }));
					expect(isSubset(before, kept)).toBe(true);
					before = kept;
				}
			}),
			{ numRuns: 60 },
		);
	});
});

test("deterministic: the same words for the same options, whatever was asked before", () => {
	fc.assert(
		fc.property(scoredWithChoices, ({ choices, ...scored }) => {
			const select = selectorOf(scored);
			select({ rate: 0.9 });
			select({ ...choices, threshold: 0.5 });
			expect(select({ ...choices, rate: 0.4 })).toEqual(selectorOf(scored)({ ...choices, rate: 0.4 }));
		}),
		{ numRuns: 50 },
	);
});

describe("marks", () => {
	const bad = [
		["a space before a mark", / [,.;:!?)]/],
		["two marks in a row", /[,.;:!?(][ \n]*[,.;:!?)]/],
		["an empty pair", /\(\s*\)|"\s*"(?!\w)/],
		["a bare bullet", /^- *$/m],
		["a line that begins with a mark", /^[,.;:!?)]/m],
	] as const;

	test("none is orphaned, none is doubled, at any rate", () => {
		const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
			minLength: 40,
			maxLength: 80,
		});
		fc.assert(
			fc.property(proseArbitrary, probabilities, (text, values) => {
				const select = selectorOf(scoreWith(text, values));
				for (const rate of rates) {
					const result = select({ rate });
					for (const [name, pattern] of bad) {
						const seen = pattern.test(text) ? null : pattern.exec(result.text);
						expect([name, text, result.text, seen?.[0]]).toEqual([name, text, result.text, undefined]);
					}
					for (const pair of ["()", '""']) {
						const open = result.text.split(pair.charAt(0)).length - 1;
						const close = result.text.split(pair.charAt(1)).length - 1;
						expect(pair === "()" ? open - close : open % 2).toBe(0);
					}
				}
			}),
			{ numRuns: 150 },
		);
	});
});
