import { expect, test } from "vitest";
import type { Because, Explanation } from "../core/explain/explanation.ts";
import { fateOf } from "./fate-text.ts";
import { describeWord } from "./inspector.ts";

const explained = (kept: boolean, because: Because): Explanation => ({
	start: 0,
	end: 3,
	keepProbability: 0.834,
	rank: 1200,
	of: 3000,
	kept,
	because,
});

test.each<[boolean, Because, string]>([
	[true, { kind: "pinned" }, "kept by you"],
	[false, { kind: "dropped" }, "dropped by you"],
	[true, { kind: "forced", item: "a" }, "kept: it is among the words always kept"],
	[true, { kind: "forced", item: null }, "kept: it holds a digit"],
	[true, { kind: "pattern", pattern: /a+/i }, "kept: it matches /a+/i"],
	[true, { kind: "protected", rule: "url" }, "kept: it is a link or path"],
	[true, { kind: "everything" }, "kept: the whole text is"],
	[true, { kind: "tied", as: "negation", to: [4, 8] }, "kept: it negates or limits the clause of “4–8”"],
	[false, { kind: "tied", as: "mark", to: [4, 8] }, "dropped: it would stay only with “4–8”"],
	[true, { kind: "amount", by: "rate", value: 0.5 }, "kept: within the 50% to keep"],
	[false, { kind: "amount", by: "targetTokens", value: 1500 }, "dropped: beyond the budget of 1,500 tokens"],
	[false, { kind: "amount", by: "threshold", value: 0.5 }, "dropped: below the 50% asked for"],
])("kept %s, %o", (kept, because, text) => {
	expect(fateOf(explained(kept, because), ([start, end]) => `“${start}–${end}”`)).toBe(text);
});

test("a word is shown and spoken with its probability and rank", () => {
	const text = "not gone";
	const word = describeWord(text, explained(true, { kind: "tied", as: "negation", to: [4, 8] }), "auto");
	expect(word.shown).toBe(
		"“\u2068not\u2069” 83%, rank 1,200 of 3,000. Kept: it negates or limits the clause of “\u2068gone\u2069”",
	);
	expect(word.spoken).toBe(
		"not, kept: it negates or limits the clause of “gone”, keep probability 83%, rank 1,200 of 3,000",
	);
});

test("a word is shown on one line, without its indentation", () => {
	const word = describeWord("\n\t{ a\n", { ...explained(true, { kind: "pinned" }), end: 6 }, "keep");
	expect(word.shown).toBe("“\u2068{ a\u2069” 83%, rank 1,200 of 3,000. Kept by you");
});
