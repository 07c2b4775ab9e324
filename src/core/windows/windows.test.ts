import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WindowTokens, WindowWords } from "./cut-points.ts";
import { chunkWindows } from "./windows.ts";

/** White-space runs with the space before them, in tokens of at most `length` code units. */
function tokensOf(text: string, length = 6): WindowTokens {
	const parts = [...text.matchAll(/\s*\S+/g)].flatMap(({ 0: run, index }) =>
		[...run.matchAll(new RegExp(`\\s*\\S{1,${length}}`, "g"))].map((part) => ({
			token: part[0],
			start: index + part.index,
		})),
	);
	const idOf = (token: string) =>
		[...token.trim()].reduce((id, char) => Math.imul(id, 31) + (char.codePointAt(0) ?? 0), 7) >>> 0;
	return {
		id: Uint32Array.from(parts, ({ token }) => idOf(token)),
		start: Uint32Array.from(parts, ({ start }) => start),
		end: Uint32Array.from(parts, ({ start, token }) => start + token.length),
	};
}

function wordsOf(text: string, pattern = /\S+/g): WindowWords {
	const matches = [...text.matchAll(pattern)];
	return {
		start: Uint32Array.from(matches, ({ index }) => index),
		end: Uint32Array.from(matches, (match) => match.index + match[0].length),
	};
}

/** What each window reads. */
function contents(text: string, limit: number, length = 6, words = wordsOf(text)): string[] {
	const tokens = tokensOf(text, length);
	return chunkWindows(text, tokens, limit, words).map(({ start, end }) =>
		text.slice(tokens.start[start], tokens.end[end - 1]),
	);
}

const word = fc.constantFrom(
	"the",
	"server",
	"in",
	"Oslo",
	"fails",
	"again.",
	"No",
	"why?",
	"42",
	"incomprehensibly",
);
const gap = fc.constantFrom(" ", " ", " ", " ", "\n", "\n\n");
const anyText = fc.array(fc.tuple(word, gap), { maxLength: 400 }).map((pairs) => pairs.flat().join(""));

describe("chunkWindows", () => {
	it("holds every token once, in order, in windows within the limit that end where a word ends", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 6, max: 60 }), (text, limit) => {
				const tokens = tokensOf(text);
				let next = 0;
				for (const { start, end } of chunkWindows(text, tokens, limit, wordsOf(text))) {
					expect(start).toBe(next);
					expect(end - start).toBeLessThanOrEqual(limit);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(tokens.end[end - 1]).search(/\s|$/)).toBe(0);
					next = end;
				}
				expect(next).toBe(tokens.id.length);
			}),
		);
	});

	it("makes one window of a text within the limit, none of an empty one", () => {
		expect(contents("One. Two.\n\nThree.", 3)).toEqual(["One. Two.\n\nThree."]);
		expect(contents(" ", 3)).toEqual([]);
	});

	it.each([
		["a paragraph", "a b c d. e\n\nf g\nh. i j", "a b c d. e"],
		["a line", "a b c d. e\nf g h i j", "a b c d. e"],
		["a sentence", "a b c d e. f g h i j", "a b c d e."],
		["a sentence in brackets", "a b c d (e.) f g h i j", "a b c d (e.)"],
		["a question in Arabic", "a b c d e؟ f g h i j", "a b c d e؟"],
	])("ends at %s if it can", (_name, text, first) => {
		expect(contents(text, 8)[0]).toBe(first);
	});

	it("ends a window between two words without a space, not inside one", () => {
		const text = "東京都に住む友人が大阪へ行った";
		const words = wordsOf(text, /東京都|に|住む|友人|が|大阪|へ|行っ|た/g);
		const ends = new Set([...words.end].map((end) => text.slice(0, end)));
		let read = "";
		for (const window of contents(text, 6, 1, words)) {
			read += window;
			expect([...ends]).toContain(read);
		}
		expect(read).toBe(text);
	});

	it("cuts a word longer than a window", () => {
		const lengths = contents("x".repeat(600), 100, 1).map((window) => window.length);
		expect(lengths.reduce((sum, length) => sum + length)).toBe(600);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
		expect(lengths.length).toBeLessThanOrEqual(12);
	});
});
