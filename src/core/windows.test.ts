import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkWindows, type WindowTokens } from "./windows.ts";

/** A token for every run without white space, with the white space before it; its id comes of its characters. */
function tokensOf(text: string): WindowTokens {
	const matches = [...text.matchAll(/\s*\S+/g)];
	const idOf = (token: string) =>
		[...token.trim()].reduce((id, char) => id * 31 + (char.codePointAt(0) ?? 0), 7) >>> 0;
	return {
		id: Uint32Array.from(matches, ([token]) => idOf(token)),
		start: Uint32Array.from(matches, ({ index }) => index),
		end: Uint32Array.from(matches, (match) => match.index + match[0].length),
	};
}

/** What each window reads. */
function contents(text: string, limit: number): string[] {
	const tokens = tokensOf(text);
	return chunkWindows(text, tokens, limit).map(({ start, end }) =>
		text.slice(tokens.start[start], tokens.end[end - 1]),
	);
}

const word = fc.constantFrom("the", "server", "in", "Oslo", "fails", "again.", "No", "why?", "42", "stop,");
const gap = fc.constantFrom(" ", " ", " ", " ", "\n", "\n\n");
const words = (most: number) =>
	fc.array(fc.tuple(word, gap), { maxLength: most }).map((pairs) => pairs.flat().join(""));

describe("chunkWindows", () => {
	it("holds every token once, in order, in windows within the limit and more than half of it", () => {
		fc.assert(
			fc.property(words(400), fc.integer({ min: 2, max: 60 }), (text, limit) => {
				const windows = chunkWindows(text, tokensOf(text), limit);
				let next = 0;
				for (const { start, end } of windows) {
					expect(start).toBe(next);
					expect(end - start).toBeLessThanOrEqual(limit);
					expect(end).toBeGreaterThan(start);
					next = end;
				}
				expect(next).toBe(tokensOf(text).id.length);
				for (const { start, end } of windows.slice(0, -1)) expect(end - start).toBeGreaterThan(limit / 2);
			}),
		);
	});

	it.each([
		["a paragraph", "a b c d. e f\n\ng h. i j", "a b c d. e f"],
		["a line", "a b c d. e f\ng h i j", "a b c d. e f"],
		["a sentence", "a b c d e f. g h i j k", "a b c d e f."],
		["a sentence in brackets", "a b c d e (f.) g h i j k", "a b c d e (f.)"],
		["a question in Arabic", "a b c d e f؟ g h i j k", "a b c d e f؟"],
	])("ends at %s if it can", (_name, text, first) => {
		expect(contents(text, 8)[0]).toBe(first);
	});

	it("does not end a window inside a word if another place is there", () => {
		const text = "aaaa bbbb cccc";
		const tokens = {
			id: Uint32Array.from({ length: 12 }, (_, at) => at),
			start: Uint32Array.of(0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13),
			end: Uint32Array.of(1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14),
		};
		expect(chunkWindows(text, tokens, 8)).toEqual([
			{ start: 0, end: 8 },
			{ start: 8, end: 12 },
		]);
	});

	it("cuts a text without a space all the same", () => {
		const count = 1000;
		const tokens = {
			id: Uint32Array.from({ length: count }, (_, at) => at),
			start: Uint32Array.from({ length: count }, (_, at) => at),
			end: Uint32Array.from({ length: count }, (_, at) => at + 1),
		};
		const windows = chunkWindows("x".repeat(count), tokens, 100);
		expect(windows.length).toBeGreaterThanOrEqual(10);
		expect(windows.length).toBeLessThanOrEqual(20);
	});
});

describe("after an edit", () => {
	const sentences = Array.from(
		{ length: 3000 },
		(_, at) => `Item ${at} of list ${(at * 7919) % 1009} was checked.`,
	);
	const text = sentences.join(" ");

	it.each([0.1, 0.25, 0.5, 0.75, 0.9])(
		"of one word at %f of the text, at most 3 windows are new",
		(place) => {
			const before = new Set(contents(text, 510));
			const at = text.indexOf(" ", Math.floor(place * text.length));
			const after = contents(`${text.slice(0, at)} twice${text.slice(at)}`, 510);
			const changed = after.filter((window) => !before.has(window));
			expect(before.size).toBeGreaterThan(40);
			expect(changed.length).toBeGreaterThan(0);
			expect(changed.length).toBeLessThanOrEqual(3);
		},
	);

	it("that puts a paragraph in front, most windows are known", () => {
		const before = new Set(contents(text, 510));
		const after = contents(`${sentences.slice(50, 60).join(" ")}\n\n${text}`, 510);
		expect(after.filter((window) => !before.has(window)).length).toBeLessThanOrEqual(5);
	});
});
