import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../core/options.ts";
import { previewRuns } from "./preview-runs.ts";

describe("previewRuns", () => {
	const source = "Please do\nnot restart the workers.";

	it("shows what goes and what stays; white space around what goes is not struck", () => {
		expect(
			previewRuns(
				source,
				[
					[7, 13],
					[14, 21],
				],
				100,
			),
		).toEqual([
			{ text: "Please", kept: false },
			{ text: " do\nnot restart ", kept: true },
			{ text: "the workers.", kept: false },
		]);
	});

	it("of a text without spans is all dropped", () => {
		expect(previewRuns(source, [], 100)).toEqual([{ text: source, kept: false }]);
	});

	it("ends at the limit, within a span too", () => {
		expect(previewRuns(source, [[7, 13]], 9)).toEqual([
			{ text: "Please", kept: false },
			{ text: " do", kept: true },
		]);
	});

	it("cuts no surrogate pair in two", () => {
		expect(previewRuns("a😀b", [[0, 4]], 2)).toEqual([{ text: "a", kept: true }]);
	});
});

const textWithSpans = fc.string({ unit: "grapheme", maxLength: 40 }).chain((source) =>
	fc.uniqueArray(fc.nat(source.length), { maxLength: 8 }).map((cuts) => {
		const sorted = [...cuts].sort((a, b) => a - b);
		const spans: Span[] = [];
		for (let at = 0; at + 1 < sorted.length; at += 2) spans.push([sorted[at] ?? 0, sorted[at + 1] ?? 0]);
		return { source, spans };
	}),
);

it("the runs are the source, kept and dropped in turn, and every kept span is in a kept run", () => {
	fc.assert(
		fc.property(textWithSpans, ({ source, spans }) => {
			const runs = previewRuns(source, spans, source.length);
			expect(runs.map(({ text }) => text).join("")).toBe(source);
			runs.forEach(({ text, kept }, at) => {
				expect(text).not.toBe("");
				expect(runs[at + 1]?.kept).not.toBe(kept);
			});
			let start = 0;
			for (const { text, kept } of runs) {
				const end = start + text.length;
				if (!kept) expect(spans.filter(([from, to]) => from < end && to > start)).toEqual([]);
				start = end;
			}
		}),
	);
});
