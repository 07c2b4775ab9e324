import { describe, expect, test } from "vitest";
import type { Word } from "../core/word-table.ts";
import { defaultSettings } from "./settings.ts";
import { SpanSet } from "./span-set.ts";
import { WordIndex } from "./word-index.ts";
import { runsWithin, tintOf } from "./word-looks.ts";

const word = (
	start: number,
	end: number,
	keepProbability: number,
	reason: Word["protected"] = null,
): Word => ({
	start,
	end,
	keepProbability,
	protected: reason,
});
const none = new SpanSet([]);
const { protect } = defaultSettings;

describe("SpanSet", () => {
	const set = SpanSet.merging([
		[10, 20],
		[0, 5],
		[18, 25],
	]);

	test.each([
		[0, 1, true],
		[4, 9, true],
		[5, 10, false],
		[9, 11, true],
		[24, 30, true],
		[25, 30, false],
	])("overlaps(%i, %i) is %s", (start, end, expected) => {
		expect(set.overlaps(start, end)).toBe(expected);
	});

	test("merges what overlaps", () => {
		expect(set.size).toBe(2);
	});
});

describe("WordIndex", () => {
	const words = new WordIndex([word(0, 3, 0.2), word(4, 7, 0.9), word(8, 9, 0.5)]);

	test("finds the word at a place, and the next one", () => {
		expect(words.covering(5)).toBe(1);
		expect(words.covering(3)).toBe(-1);
		expect(words.firstAfter(3)).toBe(1);
		expect(words.firstAfter(9)).toBe(3);
	});

	test("quantiles fall from the surest word", () => {
		expect(words.quantiles(3)).toEqual([0.9, 0.5, 0.2].map(Math.fround));
		expect(new WordIndex([]).quantiles(3)).toEqual([]);
	});
});

describe("looks", () => {
	test("tints follow the keep probability", () => {
		expect([0, 0.09, 0.1, 0.2, 0.59, 0.8, 1].map((each) => tintOf(each, true))).toEqual([
			null,
			null,
			"tint-1",
			"tint-2",
			"tint-3",
			"tint-5",
			"tint-5",
		]);
		expect([0.1, 0.3, 0.5, 0.9].map((each) => tintOf(each, false))).toEqual([null, null, "tint-1", "tint-3"]);
	});

	test("neighbours of one look are one run; the person's choice shows over the model's", () => {
		const words = new WordIndex([
			word(0, 3, 0.9),
			word(4, 7, 0.9),
			word(8, 10, 0.05),
			word(11, 14, 0.5, "url"),
		]);
		const context = {
			kept: new SpanSet([
				[0, 7],
				[11, 14],
			]),
			pinned: none,
			struck: new SpanSet([[8, 10]]),
			warned: none,
			protect,
		};
		expect(runsWithin(words, 0, 14, context)).toEqual([
			expect.objectContaining({ start: 0, end: 7, looks: ["tint-5"] }),
			expect.objectContaining({ start: 8, end: 10, looks: ["dropped", "struck"] }),
			expect.objectContaining({ start: 11, end: 14, looks: ["tint-3", "protected"] }),
		]);
	});

	test("a kind that is not protected now does not look protected", () => {
		const words = new WordIndex([word(0, 3, 0, "url"), word(4, 6, 0, "number")]);
		const context = { kept: new SpanSet([[0, 6]]), pinned: none, struck: none, warned: none, protect };
		expect(runsWithin(words, 0, 6, context)).toEqual([
			expect.objectContaining({ start: 0, end: 3, looks: ["protected"] }),
		]);
	});

	test("runs are cut at the edges of their block", () => {
		const words = new WordIndex([word(0, 20, 0.9)]);
		const context = { kept: new SpanSet([[0, 20]]), pinned: none, struck: none, warned: none, protect };
		expect(runsWithin(words, 5, 12, context)).toEqual([expect.objectContaining({ start: 5, end: 12 })]);
	});
});
