// What stands between two kept words when those between them go: never two words as one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customCounter } from "../count/count.ts";
import { readWords } from "../read-words.ts";
import { wordKind } from "../word-table.ts";
import { layOut, separator, strongerGap } from "./gaps.ts";
import { createSelector } from "./select.ts";

/** What `separator` gives between the two words when all between them go. */
function between(text: string, left: string, right: string): string {
	const words = readWords(text);
	const layout = layOut(text, words);
	const from = words.start.indexOf(text.indexOf(left));
	const to = words.start.indexOf(text.lastIndexOf(right));
	let strongest = from + 1;
	for (let at = from + 2; at <= to; at++) strongest = strongerGap(layout, strongest, at);
	return separator(layout, from, to, strongest);
}

describe("separator", () => {
	test.each([
		["a full stop closes up", "one two.", "one", ".", ""],
		["a comma closes up", "one two, three", "one", ",", ""],
		["a slash joins only what the source joins", "one (two) /three", "one", "three", " "],
		["a caret too", "one? two [^three", "?", "^", " "],
		["an address does not go on", "https://a.b/c?d=1 and (e):f", "https://a.b/c?d=1", ":", " "],
		["a sentence's end behind an address", "https://a.b/c for it.", "https://a.b/c", ".", ""],
		["words with a bracket between", "one[two]three", "one", "three", " "],
		["scripts without spaces", "東京（大阪）京都", "東京", "京都", ""],
	])("%s", (_, text, left, right, found) => expect(between(text, left, right)).toBe(found));
});

test("two words of letters are never joined that the source keeps apart", () => {
	const pieces = [
		"one",
		"[two",
		"three]",
		"(4)",
		"five/",
		"^six",
		"https://a.b/c?d=1",
		"seven:",
		"- 8",
		"9.",
		"> ten",
		"|",
		'"x"',
		"\n",
	];
	const counter = customCounter((text) => text.length);
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 14 }),
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 20 }),
			fc.constantFrom(0.2, 0.4, 0.6, 0.8),
			(parts, values, rate) => {
				const text = parts.join(" ");
				const words = readWords(text);
				words.keepProbability.forEach((_, at) => {
					words.keepProbability[at] = values[at % values.length] ?? 0;
				});
				const { text: result, spans } = createSelector({ text, words, counter, model: "m", device: "wasm" })({
					rate,
				});
				let at = 0;
				for (const [start, end] of spans) {
					const found = result.indexOf(text.slice(start, end), at);
					const first = words.start.indexOf(start);
					const letters = /[\p{L}\p{Nd}]/u.test(text.charAt(start)) && words.kind[first] === wordKind.word;
					if (found > 0 && letters) expect(result.charAt(found - 1)).not.toMatch(/[\p{L}\p{Nd}]/u);
					at = found + end - start;
				}
			},
		),
		{ numRuns: 300 },
	);
});
