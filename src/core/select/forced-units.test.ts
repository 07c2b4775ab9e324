import { expect, test } from "vitest";
import { loadCounter } from "../count/count.ts";
import { scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

const counter = await loadCounter("o200k_base");
const diff = "@@ -1,3 +1,3 @@\n-old\n same line of concat\n+new\n other(line, it's)";

function least(text: string, force: string[]): string {
	const { words } = scoreWith(text, [0]);
	return createSelector({ text, words, counter, model: "random", device: "wasm" })({ rate: 0.001, force })
		.text;
}

test.each([
	["other", "@@ -1,3 +1,3 @@\n-old\n+new\n other(line, it's)"],
	["same line", "@@ -1,3 +1,3 @@\n-old\n same line of concat\n+new"],
	["cat", "@@ -1,3 +1,3 @@\n-old\n+new"],
	["s", "@@ -1,3 +1,3 @@\n-old\n+new"],
	["\n", "@@ -1,3 +1,3 @@\n-old\n+new"],
	["line", diff],
])("%j forces the units of several words that hold it as a word", (item, kept) => {
	expect(least(diff, [item])).toBe(kept);
});
