import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { loadCounter } from "../count/count.ts";
import type { SelectOptions, Span } from "../options.ts";
import { type Scored, scoredWithChoices, scoreWith } from "../select/scored.fixture.ts";
import { Selector } from "../select/select.ts";
import type { Because } from "./explanation.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const counter = await loadCounter("o200k_base");

function selectorOf({ text, words }: Scored): Selector {
	return new Selector({ text, words, counter, model: "test", device: "wasm" });
}

/** The reasons of the words of a text, by word. */
function reasonsOf(text: string, values: number[], options: SelectOptions): [string, boolean, Because][] {
	const explained = selectorOf(scoreWith(text, values)).explain([0, text.length], options);
	return explained.map(({ start, end, kept, because }) => [text.slice(start, end), kept, because]);
}

const amount = (value: number): Because => ({ kind: "amount", by: "threshold", value });

describe("why a word was kept or dropped", () => {
	test("the amount, a negation, what it negates", () => {
		expect(reasonsOf("Please do not touch it", [0.1, 0.2, 0.3, 0.4, 0.9], { threshold: 0.5 })).toEqual([
			["Please", false, amount(0.5)],
			["do", false, amount(0.5)],
			["not", true, { kind: "tied", as: "negation", to: [20, 22] }],
			["touch", true, { kind: "tied", as: "negated", to: [10, 13] }],
			["it", true, amount(0.5)],
		]);
	});

	test("marks and line openers go with a word", () => {
		const text = "- one, two\n- three";
		expect(reasonsOf(text, [0.9, 0.8, 0.9, 0.7, 0.9, 0.1], { threshold: 0.75 })).toEqual([
			["-", true, expect.objectContaining({ kind: "tied", to: [2, 5] })],
			["one", true, amount(0.75)],
			[",", false, { kind: "tied", as: "mark", to: [7, 10] }],
			["two", false, amount(0.75)],
			["-", false, expect.objectContaining({ kind: "tied", to: [13, 18] })],
			["three", false, amount(0.75)],
		]);
	});

	test("a mark that stays away or stays because of the words beside it is tied to one", () => {
		expect(reasonsOf("One two, three. Four", [0.9, 0.1, 0.7, 0.2, 0.1, 0.9], { threshold: 0.5 })).toEqual([
			["One", true, amount(0.5)],
			["two", false, amount(0.5)],
			[",", false, expect.objectContaining({ kind: "tied", as: "mark" })],
			["three", false, amount(0.5)],
			[".", true, expect.objectContaining({ kind: "tied", as: "mark" })],
			["Four", true, amount(0.5)],
		]);
	});

	test("choices of the caller and of the person", () => {
		const pattern = /b\w+/;
		const options: SelectOptions = {
			targetTokens: 1,
			protect: { patterns: [/nothing/, pattern] },
			force: ["none", "keep"],
			keepDigits: true,
			pin: [[0, 3]],
			drop: [[4, 7]],
		};
		expect(reasonsOf("pin dro keep blue x7 `code` rest", [0.5], options)).toEqual([
			["pin", true, { kind: "pinned" }],
			["dro", false, { kind: "dropped" }],
			["keep", true, { kind: "forced", item: "keep" }],
			["blue", true, { kind: "pattern", pattern }],
			["x7", true, { kind: "forced", item: null }],
			...["`", "code", "`"].map((word) => [word, true, { kind: "protected", rule: "code" }]),
			["rest", false, { kind: "amount", by: "targetTokens", value: 1 }],
		]);
	});

	test("repeats of forced words wait for a word between", () => {
		const options = { threshold: 0.5, force: ["and"], dropConsecutive: true };
		expect(reasonsOf("and one and two and", [0.1, 0.2, 0.3, 0.9, 0.1], options)).toEqual([
			["and", true, { kind: "forced", item: "and" }],
			["one", false, amount(0.5)],
			["and", false, { kind: "tied", as: "repeat", to: [4, 7] }],
			["two", true, amount(0.5)],
			["and", true, { kind: "tied", as: "repeat", to: [12, 15] }],
		]);
	});

	test("ranks count from 1, ties by place; a text kept whole says so", () => {
		const text = "one two three";
		const explained = selectorOf(scoreWith(text, [0.5, 0.9, 0.5])).explain([0, text.length], { rate: 1 });
		expect(explained.map(({ rank, of }) => [rank, of])).toEqual([
			[2, 3],
			[1, 3],
			[3, 3],
		]);
		expect(explained.map(({ because }) => because.kind)).toEqual(["everything", "everything", "everything"]);
	});

	test("only the words that the range overlaps; a bad range is an error", () => {
		const selector = selectorOf(scoreWith("one two three", [0.5]));
		expect(selector.explain([2, 5]).map(({ start }) => start)).toEqual([0, 4]);
		expect(selector.explain([3, 4])).toEqual([]);
		expect(() => selector.explain([3, 99])).toThrowError(/span must be/);
		expect(() => selector.explain([0, 1], { rate: 2 })).toThrowError(/rate/);
	});
});

const amounts = fc.oneof(
	fc.constantFrom(0.1, 0.33, 0.5, 0.9, 1).map((rate) => ({ rate })),
	fc.integer({ min: 1, max: 40 }).map((targetTokens) => ({ targetTokens })),
	fc.constantFrom(0, 0.25, 0.5, 0.75, 1).map((threshold) => ({ threshold })),
);

test("what it says is what was selected, and its reasons hold", () => {
	fc.assert(
		fc.property(scoredWithChoices, amounts, ({ choices, ...scored }, wanted) => {
			fc.pre(scored.text !== "");
			const selector = selectorOf(scored);
			const options = { ...choices, ...wanted };
			const result = selector.select(options);
			const explained = selector.explain([0, scored.text.length], options);
			expect(explained).toHaveLength(scored.words.start.length);
			const isKept = ([start, end]: Span) => result.spans.some(([from, to]) => from <= start && end <= to);
			for (const { start, end, kept, because, keepProbability } of explained) {
				expect([start, kept]).toEqual([start, isKept([start, end])]);
				if (because.kind === "tied") expect([start, isKept(because.to)]).toEqual([start, kept]);
				else if (because.kind === "dropped") expect(kept).toBe(false);
				else if (because.kind !== "amount") expect(kept).toBe(true);
				else if (because.by === "threshold")
					expect([start, kept]).toEqual([start, keepProbability >= Math.fround(because.value)]);
			}
			expect(new Set(explained.map(({ rank }) => rank)).size).toBe(explained.length);
		}),
		{ numRuns: 300 },
	);
});
