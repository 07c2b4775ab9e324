import { describe, expect, test, vi } from "vitest";
import { customCounter, loadCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import type { CompressResult } from "../result.ts";
import { scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

const counter = await loadCounter("o200k_base");

/** Selects from a text whose words have these probabilities in turn. */
function selector(text: string, probabilities: readonly number[] = [0.5]) {
	const { words } = scoreWith(text, probabilities);
	return createSelector({ text, words, counter, model: "test", device: "wasm", languages: ["en"] });
}

function codes({ warnings }: CompressResult): string[] {
	return warnings.map((warning) => warning.code);
}

const meeting = "Please send the final report to Anna by Friday, and copy Bob.";
//                Please send  the  final report to   Anna by   Friday ,    and  copy Bob  .
const needed = [0.1, 0.9, 0.2, 0.6, 0.95, 0.3, 0.97, 0.4, 0.96, 0.5, 0.05, 0.7, 0.8, 0.5];

describe("amounts", () => {
	test.each<[SelectOptions, string]>([
		[{ rate: 1 }, meeting],
		[{}, "send final report Anna Friday copy Bob"],
		[{ rate: 0.33 }, "send report Anna Friday"],
		[{ targetTokens: 3 }, "report Anna Friday"],
		[{ targetTokens: 1 }, "Anna"],
		[{ threshold: 0.9 }, "send report Anna Friday"],
		[{ threshold: 0.97 }, "Anna"],
		[{ threshold: 0.2 }, "send the final report to Anna by Friday, copy Bob."],
		[{ threshold: 0 }, meeting],
	])("%o", (options, text) => {
		expect(selector(meeting, needed)(options).text).toBe(text);
	});

	test("the result says what it cost", () => {
		const { text: _, spans, ...result } = selector(meeting, needed)({ targetTokens: 3 });
		expect(result).toEqual({
			sourceTokens: 14,
			keptTokens: 3,
			rate: 3 / 14,
			ratio: 14 / 3,
			warnings: [],
			model: "test",
			device: "wasm",
		});
		expect(spans.map(([start, end]) => meeting.slice(start, end))).toEqual(["report", "Anna", "Friday"]);
	});

	test("29 % of 100 tokens are 29", () => {
		const text = Array.from({ length: 100 }, () => "word").join(" ");
		expect(selector(text)({ rate: 0.29 })).toMatchObject({ sourceTokens: 100, keptTokens: 29 });
	});

	test("of equal words the first ones stay", () => {
		expect(selector("one two three four")({ targetTokens: 2 }).text).toBe("one two");
	});
});

describe("texts that come back as they are", () => {
	test.each<[string, SelectOptions, string]>([
		["", {}, "empty"],
		[" \n\t ", { targetTokens: 1 }, "empty"],
		["Hello", { rate: 0.1 }, "already-short"],
		["Hello!", { targetTokens: 1 }, "already-short"],
		[" Internationalization\n", { threshold: 1 }, "already-short"],
		[meeting, { targetTokens: 14 }, "already-short"],
		[meeting, { targetTokens: 1000 }, "already-short"],
	])("%j with %o", (text, options, code) => {
		const result = selector(text, needed)(options);
		expect(result).toMatchObject({ text, rate: 1, ratio: 1 });
		expect(codes(result)).toEqual([code]);
	});
});

describe("what the budget can't hold", () => {
	const text = "Read https://example.org/a/long/path/index.html#part first of all.";

	test("what is protected stays, with a warning that names it", () => {
		const result = selector(text)({ targetTokens: 3 });
		expect(result.text).toBe("https://example.org/a/long/path/index.html#part");
		expect(result.keptTokens).toBeGreaterThan(3);
		expect(result.warnings).toEqual([
			{
				code: "protected-exceeds-budget",
				message: expect.stringContaining("3 allowed"),
				spans: [[5, 52]],
			},
		]);
	});

	test("nothing is kept where no word fits, with a warning", () => {
		const result = selector("Donaudampfschifffahrt Rindfleischetikettierung")({ targetTokens: 1 });
		expect(result).toMatchObject({ text: "", keptTokens: 0, rate: 0, spans: [] });
		expect(codes(result)).toEqual(["nothing-kept"]);
		expect(codes(selector(meeting, [0.2])({ threshold: 0.9 }))).toEqual(["nothing-kept"]);
	});

	test("a rate that the most needed word exceeds with its heading says so, and names both", () => {
		const text = "# A heading of some length\n\nSome words of a text that is not needed at all.";
		const words = Array.from({ length: 17 }, (_, at) => (at === 12 ? 0.9 : 0.1));
		const result = selector(text, words)({ rate: 0.06 });
		expect(result.text).toContain("# ");
		expect(codes(result)).toContain("protected-exceeds-budget");
		expect(result.warnings[0]?.spans).toEqual(result.spans);
	});

	test("a rate keeps at least one word", () => {
		expect(selector("Donaudampfschifffahrt Kapitän", [0.2, 0.9])({ rate: 0.01 })).toMatchObject({
			text: "Kapitän",
			warnings: [
				{
					code: "protected-exceeds-budget",
					message: expect.stringMatching(/most needed word.* has 3 tokens, more than the 0 allowed/),
				},
			],
		});
	});
});

describe("choices", () => {
	test.each<[string, SelectOptions, string]>([
		["pin", { pin: [[0, 6]], targetTokens: 2 }, "Please Anna"],
		["pin part of a word", { pin: [[2, 3]], targetTokens: 2 }, "Please Anna"],
		["drop", { drop: [[32, 36]], targetTokens: 2 }, "report Friday"],
		["drop wins over pin", { drop: [[0, 6]], pin: [[0, 11]], targetTokens: 2 }, "send Anna"],
		["drop wins over force", { drop: [[0, 6]], force: ["Please"], targetTokens: 1 }, "Anna"],
		["force a word", { force: ["and"], targetTokens: 2 }, "Anna and"],
		["force words in a row", { force: ["final report"], targetTokens: 3 }, "final report Anna"],
		["force matches whole words", { force: ["end", "Fri", "anna"], targetTokens: 1 }, "Anna"],
		["force a mark", { force: [","], targetTokens: 2 }, "Anna,"],
		["a pattern", { protect: { patterns: [/b\w+/i] }, targetTokens: 2 }, "by Bob"],
		["a pattern that matches nothing long", { protect: { patterns: [/x*/] }, targetTokens: 1 }, "Anna"],
		["a sticky pattern", { protect: { patterns: [/copy/y] }, targetTokens: 2 }, "Anna copy"],
	])("%s", (_, options, text) => {
		expect(selector(meeting, needed)(options).text).toBe(text);
	});

	test("everything but what was dropped", () => {
		const result = selector(meeting, needed)({ rate: 1, drop: [[0, 12]] });
		expect(result.text).toBe("the final report to Anna by Friday, and copy Bob.");
		expect(codes(result)).toEqual([]);
	});

	test("forced line breaks are those of the source", () => {
		const text = "one\ntwo\n\nthree four\nfive";
		const select = selector(text, [0.1, 0.2, 0.9, 0.8, 0.1]);
		expect(select({ targetTokens: 2 }).text).toBe("three four");
		const result = select({ force: ["\n"], threshold: 0.8 });
		expect(result.text).toBe("\n\n\nthree four\n");
		expect(result.spans.map(([start, end]) => text.slice(start, end)).join("")).toBe(result.text);
	});

	test("protect defaults to what score was given", () => {
		const text = "Call 555 now or never";
		const { words } = scoreWith(text, [0.9, 0.1, 0.8, 0.2, 0.3]);
		const select = createSelector({
			text,
			words,
			counter,
			model: "test",
			device: "wasm",
			protect: { number: true, negation: false },
		});
		expect(select({ targetTokens: 3 }).text).toBe("Call 555");
		expect(select({ targetTokens: 3, protect: {} }).text).not.toContain("555");
	});
});

describe("negations", () => {
	const text = "You must never reveal the internal ticket number. Be nice.";
	const values = [0.1, 0.4, 0.01, 0.9, 0.1, 0.5, 0.6, 0.7, 0.3, 0.8, 0.2, 0.3];

	test("one stays with any word of its clause", () => {
		expect(selector(text, values)({ threshold: 0.9 }).text).toBe("never reveal");
	});

	test("one that is dropped while its clause stays is warned of", () => {
		const dropped = selector(text, values)({ threshold: 0.5, drop: [[9, 14]] });
		expect(dropped.text).toBe("reveal internal ticket number. Be");
		expect(dropped.warnings).toMatchObject([{ code: "negation-dropped", spans: [[9, 14]] }]);
		const unprotected = selector(text, values)({ threshold: 0.5, protect: { negation: false } });
		expect(codes(unprotected)).toEqual(["negation-dropped"]);
	});

	test("one that goes with its clause is not", () => {
		expect(codes(selector(text, values.toReversed())({ targetTokens: 3 }))).toEqual([]);
	});
});

test("numbers dropped from a clause that stays are one warning", () => {
	const result = selector(
		"Pay 500 within 30 days please.",
		[0.9, 0.1, 0.8, 0.2, 0.7, 0.1],
	)({ threshold: 0.7 });
	expect(result.text).toBe("Pay within please");
	expect(result.warnings).toMatchObject([
		{
			code: "number-dropped",
			spans: [
				[4, 7],
				[15, 22],
			],
		},
	]);
});

test("a text in a script the model has not seen is warned of", () => {
	expect(codes(selector("ეს არის ქართული წინადადება.")({ rate: 0.5 }))).toEqual(["unsupported-language"]);
});

test("warnings about the text are repeated", () => {
	const select = selector("ეს არის ქართული წინადადება.");
	const [warning] = select({ rate: 0.5 }).warnings;
	expect(warning).toMatchObject({ code: "unsupported-language", spans: [] });
	expect(select({ rate: 0.3 }).warnings).toEqual([warning]);
});

test("a bad option is an error, and the next call works", () => {
	const select = selector(meeting, needed);
	expect(() => select({ rate: 2 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
	expect(() => select({ drop: [[0, 1000]] })).toThrowError(/drop/);
	expect(select({ targetTokens: 1 }).text).toBe("Anna");
});

test("new amounts count nothing anew but the result", () => {
	const count = vi.fn(counter.count);
	const { words } = scoreWith(meeting, needed);
	const counting = { ...counter, count };
	const select = createSelector({ text: meeting, words, counter: counting, model: "m", device: "wasm" });
	select({ rate: 0.5 });
	count.mockClear();
	select({ rate: 0.4 });
	select({ rate: 0.7 });
	expect(count).not.toHaveBeenCalled();
	select({ targetTokens: 3 });
	expect(count).toHaveBeenCalledExactlyOnceWith("report Anna Friday");
});

test("a caller's function is the only judge", () => {
	const { words } = scoreWith(meeting, needed);
	const characters = customCounter((text) => text.length);
	const select = createSelector({ text: meeting, words, counter: characters, model: "m", device: "wasm" });
	expect(select({ targetTokens: 20 })).toMatchObject({ text: "report Anna Friday", keptTokens: 18 });
	expect(select({ targetTokens: 3 })).toMatchObject({ text: "", keptTokens: 0 });
});
