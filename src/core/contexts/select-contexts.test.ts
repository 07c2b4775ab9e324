// A selection over several contexts: amounts, minimum, question, blank ones, warnings. Promises over random ones:
// contexts-promises.test.ts.
import { describe, expect, it } from "vitest";
import { CompressorError } from "../error.ts";
import { scoreWith } from "../select/scored.fixture.ts";
import { byWords, falling, selectorOf, textsOf } from "./contexts.fixture.ts";
import type { SelectContextsOptions } from "./contexts-options.ts";
import { createContextsSelector } from "./select-contexts.ts";

const codesOf = (result: { warnings: readonly { code: string }[] }) =>
	result.warnings.map(({ code }) => code);

describe("one ranking", () => {
	const select = selectorOf([falling(0.9, 0.5, 0.1), falling(0.8, 0.7), falling(0.4, 0.3)], byWords);

	it.each<[SelectContextsOptions, string[]]>([
		[{ targetTokens: 1 }, ["one", "", ""]],
		[{ targetTokens: 3 }, ["one", "one two", ""]],
		[{ targetTokens: 5 }, ["one two", "one two", "one"]],
		[{ rate: 0.5 }, ["one", "one two", ""]],
		[{ rate: 0.01 }, ["one", "", ""]],
		[{ threshold: 0.4 }, ["one two", "one two", "one"]],
		[{ rate: 1 }, ["one two three", "one two", "one two"]],
		[{ targetTokens: 2, pin: [[], [], [[4, 7]]] }, ["one", "", "two"]],
		[{ targetTokens: 2, drop: [[[0, 3]], [], []] }, ["", "one two", ""]],
		[{ targetTokens: 4, force: ["three"] }, ["one three", "one two", ""]],
	])("of %j keeps %j", (options, texts) => {
		expect(textsOf(select(options))).toEqual(texts);
	});

	it("counts every context and all of them", () => {
		expect(select({ targetTokens: 3 })).toEqual({
			contexts: [
				{ text: "one", spans: [[0, 3]], sourceTokens: 3, keptTokens: 1, rate: 1 / 3, ratio: 3 },
				{ text: "one two", spans: [[0, 7]], sourceTokens: 2, keptTokens: 2, rate: 1, ratio: 1 },
				{ text: "", spans: [], sourceTokens: 2, keptTokens: 0, rate: 0, ratio: Number.POSITIVE_INFINITY },
			],
			sourceTokens: 7,
			keptTokens: 3,
			rate: 3 / 7,
			ratio: 7 / 3,
			warnings: [],
			model: "random",
			device: "wasm",
		});
	});

	it("of equal contexts gives the first one more", () => {
		const same = selectorOf([falling(0.5, 0.5), falling(0.5, 0.5)], byWords);
		expect(textsOf(same({ targetTokens: 3 }))).toEqual(["one two", "one"]);
	});

	it("holds for a thousand contexts", () => {
		const many = Array.from({ length: 1000 }, (_, at) => falling(at / 1000, at / 2000));
		const result = selectorOf(many, byWords)({ targetTokens: 300 });
		expect(result.keptTokens).toBe(300);
		expect(result.contexts.findIndex(({ text }) => text !== "")).toBe(700);
		expect(result.contexts.at(-1)?.text).toBe("one");
	});
});

describe("minPerContext", () => {
	const select = selectorOf([falling(0.9, 0.8, 0.7), falling(0.2, 0.1), falling(0.05)], byWords);

	it("keeps of each context its most needed words first, then shares out the rest", () => {
		expect(textsOf(select({ targetTokens: 4, minPerContext: 1 }))).toEqual(["one two", "one", "one"]);
		expect(textsOf(select({ targetTokens: 5, minPerContext: 2 }))).toEqual(["one two", "one two", "one"]);
		expect(textsOf(select({ threshold: 0.85, minPerContext: 1 }))).toEqual(["one", "one", "one"]);
	});

	it("stays where it exceeds the amount, and says so", () => {
		const result = select({ targetTokens: 2, minPerContext: 1 });
		expect(textsOf(result)).toEqual(["one", "one", "one"]);
		expect(result.warnings).toMatchObject([
			{ code: "protected-exceeds-budget", message: /has 3 tokens, more than the 2 allowed/ },
		]);
	});

	it("keeps nothing of blank contexts", () => {
		const blank = selectorOf([falling(0.9, 0.8), scoreWith(" ", [])], byWords);
		expect(textsOf(blank({ targetTokens: 1, minPerContext: 1 }))).toEqual(["one", ""]);
	});
});

describe("with a question", () => {
	const answering = falling(0.9, 0.9, 0.45, 0.4, 0.35, 0.3);
	const alsoHelping = falling(0.6, 0.5, 0.2, 0.1);
	const near = falling(0.15, 0.1);
	const far = falling(0.02, 0.01);
	const contexts = [far, near, answering, alsoHelping];

	it("contexts that do not help have no word before half of the others is kept", () => {
		const select = selectorOf(contexts, byWords, true);
		for (let targetTokens = 1; targetTokens <= 14; targetTokens++) {
			const [worst, bad, ...helping] = select({ targetTokens }).contexts.map(({ keptTokens }) => keptTokens);
			const kept = helping.reduce((sum, own) => sum + own, 0);
			expect((worst === 0 && bad === 0) || kept >= 5).toBe(true);
		}
	});

	it("falls away context by context, the least relevant first", () => {
		const select = selectorOf(contexts, byWords, true);
		const lost = contexts.map((_, at) => {
			const budgets = Array.from({ length: 14 }, (_, budget) => budget + 1);
			return budgets.filter((targetTokens) => textsOf(select({ targetTokens }))[at] === "").length;
		});
		expect(lost[0]).toBeGreaterThan(lost[1] ?? Number.NaN);
		expect(lost[1]).toBeGreaterThan(lost[3] ?? Number.NaN);
		expect(lost[2]).toBe(0);
	});

	it("waits even where a context that does not help has a likelier word", () => {
		const odd = scoreWith("odd a b c d e f g h i j k", [0.65, ...Array(11).fill(0.001)]);
		const sure = falling(...Array(8).fill(0.6), 0.55, 0.5);
		const asked = selectorOf([odd, sure], byWords, true);
		const plain = selectorOf([odd, sure], byWords);
		expect(textsOf(plain({ targetTokens: 1 }))).toEqual(["odd", ""]);
		expect(textsOf(asked({ targetTokens: 1 }))).toEqual(["", "one"]);
		expect(textsOf(asked({ targetTokens: 6 }))).toEqual(["odd", "one two three four five"]);
	});

	it("that nothing answers prefers no context", () => {
		const silent = [falling(0.001, 0.0001), falling(0.0009, 0.0008)];
		expect(textsOf(selectorOf(silent, byWords, true)({ targetTokens: 2 }))).toEqual(["one", "one"]);
	});
});

describe("blank and short contexts", () => {
	it.each([[[]], [[""]], [["", " \n"]]])("%j come back as they are, with a warning", (texts) => {
		const result = selectorOf(
			texts.map((text) => scoreWith(text, [])),
			byWords,
		)({ targetTokens: 1 });
		expect(result).toMatchObject({ keptTokens: 0, rate: 1, ratio: 1 });
		expect(textsOf(result)).toEqual(texts);
		expect(codesOf(result)).toEqual(["empty"]);
	});

	it("among others go first, and come back when everything is kept", () => {
		const select = selectorOf([scoreWith("\n", []), falling(0.5, 0.4), scoreWith("", [])], byWords);
		expect(textsOf(select({ targetTokens: 1 }))).toEqual(["", "one", ""]);
		expect(textsOf(select({ rate: 1 }))).toEqual(["\n", "one two", ""]);
	});

	it("of one word fall away as others do", () => {
		const result = selectorOf([falling(0.1), falling(0.9)], byWords)({ targetTokens: 1 });
		expect(textsOf(result)).toEqual(["", "one"]);
	});

	it("of one word together come back as they are", () => {
		const result = selectorOf([falling(0.1), scoreWith(" ", [])], byWords)({ rate: 0.1 });
		expect(textsOf(result)).toEqual(["one", " "]);
		expect(codesOf(result)).toEqual(["already-short"]);
	});
});

describe("warnings", () => {
	it("name the context that they are about", () => {
		const contexts = [falling(0.9, 0.8), scoreWith("Pay 300 euros now", [0.9, 0.1, 0.9, 0.9])];
		const { warnings } = selectorOf(contexts, byWords)({ targetTokens: 4 });
		expect(warnings).toMatchObject([{ code: "number-dropped", context: 1 }]);
	});

	it("of the scoring that are about no range are said once", () => {
		const warnings = [{ code: "question-shortened", message: "Half of it was read.", spans: [] }] as const;
		const contexts = [falling(0.9, 0.8), falling(0.7)].map((context) => ({ ...context, warnings }));
		const scored = { contexts, asked: true, counter: byWords, model: "random", device: "wasm" } as const;
		expect(createContextsSelector(scored)({ rate: 0.5 }).warnings).toEqual(warnings);
	});

	it("say that nothing fits", () => {
		const result = selectorOf([falling(0.9, 0.8), falling(0.7)], byWords)({ threshold: 1 });
		expect(textsOf(result)).toEqual(["", ""]);
		expect(codesOf(result)).toEqual(["nothing-kept"]);
	});

	it("say that all is short enough", () => {
		expect(codesOf(selectorOf([falling(0.9), falling(0.7)], byWords)({ targetTokens: 2 }))).toEqual([
			"already-short",
		]);
	});
});

describe("options", () => {
	const select = selectorOf([falling(0.9, 0.8), falling(0.7)], byWords);

	it.each([
		[{ minPerContext: -1 }, /minPerContext must be an integer ≥ 0; got -1/],
		[{ minPerContext: "2" }, /minPerContext must be an integer ≥ 0; got "2"/],
		[{ pin: [[0, 3]] }, /pin must be an array of 2 lists of \[start, end\], .*; got \[\[0,3\]\]/],
		[{ pin: [[], [0, 3]] }, /pin\[1\] must be .*; got 0/],
		[{ drop: [[[0, 99]], []] }, /drop\[0\] must be .* ≤ 7; got \[0,99\]/],
		[{ drop: [null, []] }, /drop\[0\] must be a list of \[start, end\]; got null/],
		[{ rate: 2 }, /rate must be .*; got 2/],
		[{ rate: 0.5, targetTokens: 3 }, /only one of rate, targetTokens/],
		[{ question: "Who?" }, /question must be given to score/],
		[{ raet: 0.5 }, /raet must be left out: .*is it rate\?; got 0.5/],
		[null, /options must be an object; got null/],
	])("refuses %j by name and value", (options, message) => {
		const call = () => select(options as unknown as SelectContextsOptions);
		expect(call).toThrow(CompressorError);
		expect(call).toThrow(message);
	});
});
