// Dropping words makes no structure that was not there: no line begins with a mark that opens an item, a heading, a
// quote, a table, a fence or a rule, unless one of the source's lines did.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { customCounter } from "../count/count.ts";
import { type Scored, scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

vi.setConfig({ testTimeout: 60_000 });

const counter = customCounter((text) => text.length);
const opener =
	/^[ \t]*(#{1,6}(?=\s|$)|[-*+](?=\s|$)|>|\d{1,9}[.)](?=\s|$)|\||`{3,}(?![^\n]*`)|~{3,}|-{3,}|={3,})/gm;

/** What opens lines, each with what stands right behind it. */
function openers(text: string): string[] {
	return [...text.matchAll(opener)].map(([, mark = ""]) => mark);
}

/** The marks that open more lines of a result than of the source. */
function made({ text, words }: Scored, rate: number): string[] {
	const select = createSelector({ text, words, counter, model: "random", device: "wasm" });
	const left = openers(text);
	return openers(select({ rate }).text).filter((mark) => {
		const at = left.indexOf(mark);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
	minLength: 40,
	maxLength: 80,
});
const rates = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

const plain = fc.constantFrom(
	"the",
	"fox",
	"never",
	"jumps",
	"over",
	"Zaun",
	"a,",
	"so:",
	"stop.",
	"(see",
	"it)",
);
const mark = fc.constantFrom("#", "##", "-", "*", "+", ">", "1.", "42)", "|", "---", "===", "—", "7", ">>");
const line = fc
	.tuple(
		plain,
		fc.array(fc.oneof({ weight: 3, arbitrary: plain }, mark), { minLength: 2, maxLength: 9 }),
		plain,
	)
	.map(([first, middle, last]) => [first, ...middle, last].join(" "));
const prose = fc
	.array(fc.tuple(line, fc.constantFrom("\n", "\n\n", " ")), { minLength: 1, maxLength: 5 })
	.map((parts) => parts.flat().join("").trim());

test("marks in the middle of lines open none, at any rate", () => {
	fc.assert(
		fc.property(prose, probabilities, (text, values) => {
			const scored = scoreWith(text, values);
			for (const rate of rates) expect([rate, text, made(scored, rate)]).toEqual([rate, text, []]);
		}),
		{ numRuns: 300 },
	);
});

test("a fence that nothing closes comes with the word before it", () => {
	const scored = scoreWith("see it ``` 7 now and then", [0, 0.1, 0.9, 0.2, 0, 0.3]);
	for (const rate of rates) expect(made(scored, rate)).toEqual([]);
});

test("a full stop makes no number the mark of an item, brackets around the number included", () => {
	const text = "the the it) # a, (see\nthe 7 it) stop. the the\nthe the # the";
	const scored = scoreWith(
		text,
		Array.from({ length: 40 }, (_, at) => (at === 10 || at === 14 ? 0.5 : 0)),
	);
	for (const rate of rates) expect([rate, made(scored, rate)]).toEqual([rate, []]);
});
