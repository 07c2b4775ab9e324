import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unigram } from "./unigram.ts";

/** The example in the documentation of the Rust crate `tokenizers`. */
const pieces = [
	["<unk>", 0],
	["a", 0],
	["b", 0],
	["c", 0],
	["d", 0],
	["cd", 1],
	["ab", 2],
	["abc", 5],
	["abcd", 10],
] as const;
const unigram = new Unigram({ pieces, unk: 0 });

function cut(text: string): string[] {
	const tokens = unigram.encode(text);
	let at = 0;
	return Array.from({ length: tokens.length / 2 }, (_, index) => {
		const length = tokens[2 * index + 1] ?? 0;
		at += length;
		return text.slice(at - length, at);
	});
}

describe("Unigram", () => {
	it("takes the best path and joins unknown neighbours", () => {
		expect(cut("abcdacdxx")).toEqual(["abcd", "a", "cd", "xx"]);
		expect([...unigram.encode("abcdacdxx")]).toEqual([8, 4, 1, 1, 5, 2, 0, 2]);
	});

	it("never cuts a surrogate pair", () => {
		expect(cut("a😀😀b")).toEqual(["a", "😀😀", "b"]);
	});

	it("has no token for an empty text", () => {
		expect([...unigram.encode("")]).toEqual([]);
	});

	it("finds no worse a path than any other", () => {
		const scores = new Map<string, number>(pieces);
		const best = (text: string): number =>
			text === ""
				? 0
				: Math.max(
						...[1, 2, 3, 4]
							.filter((length) => length <= text.length && scores.has(text.slice(0, length)))
							.map((length) => (scores.get(text.slice(0, length)) ?? 0) + best(text.slice(length))),
					);
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."abcd"), maxLength: 12 }), (text) => {
				const total = cut(text).reduce((sum, piece) => sum + (scores.get(piece) ?? Number.NaN), 0);
				expect(total).toBe(best(text));
			}),
		);
	});
});
