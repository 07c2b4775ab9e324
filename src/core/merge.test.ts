import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeWords, type Ranges } from "./merge.ts";

type Pair = readonly [start: number, end: number];

function ranges(pairs: readonly Pair[]): Ranges {
	return {
		start: Uint32Array.from(pairs, ([start]) => start),
		end: Uint32Array.from(pairs, ([, end]) => end),
	};
}

describe("mergeWords", () => {
	const table: { name: string; words: Pair[]; tokens: Pair[]; keep: number[]; merged: number[] }[] = [
		{
			name: "takes the mean of a word's tokens",
			words: [
				[0, 5],
				[6, 11],
			],
			tokens: [
				[0, 3],
				[3, 5],
				[5, 11],
			],
			keep: [0.25, 0.75, 1],
			merged: [0.5, 1],
		},
		{
			name: "counts a token for every word that it spans",
			words: [
				[0, 2],
				[2, 4],
				[4, 6],
			],
			tokens: [
				[0, 1],
				[1, 5],
				[5, 6],
			],
			keep: [0, 1, 0.5],
			merged: [0.5, 1, 0.75],
		},
		{
			name: "counts both of two tokens with the same range",
			words: [[0, 1]],
			tokens: [
				[0, 1],
				[0, 1],
			],
			keep: [0.5, 1],
			merged: [0.75],
		},
		{
			name: "gives 0 to a word without a token",
			words: [
				[0, 2],
				[3, 4],
				[5, 6],
			],
			tokens: [
				[0, 2],
				[4, 6],
			],
			keep: [1, 1],
			merged: [1, 0, 1],
		},
		{ name: "gives 0 where there are no tokens", words: [[0, 1]], tokens: [], keep: [], merged: [0] },
		{ name: "takes a text without words", words: [], tokens: [[0, 1]], keep: [1], merged: [] },
	];
	it.each(table)("$name", ({ words, tokens, keep, merged }) => {
		expect([...mergeWords(ranges(words), ranges(tokens), Float32Array.from(keep))]).toEqual(merged);
	});

	it("is the mean over all overlapping tokens, however the ranges lie", () => {
		/** Ascending ranges out of gaps and lengths; tokens may reach back over their neighbour. */
		const lie = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 40 });
		fc.assert(
			fc.property(lie, lie, fc.array(fc.nat(1), { minLength: 40, maxLength: 40 }), (gaps, steps, back) => {
				let at = 0;
				const words = gaps.map(([gap, length]): Pair => {
					const start = at + gap;
					at = start + length;
					return [start, at];
				});
				at = 0;
				const tokens = steps.map(([gap, length], index): Pair => {
					const start = at + gap - (at + gap > 0 ? (back[index] ?? 0) : 0);
					at = at + gap + length;
					return [start, at];
				});
				const keep = Float32Array.from(tokens, (_, index) => (index % 8) / 8);
				const expected = words.map(([start, end]) => {
					const hits = [...keep].filter(
						(_, i) => (tokens[i]?.[0] ?? 0) < end && (tokens[i]?.[1] ?? 0) > start,
					);
					return hits.length === 0 ? 0 : hits.reduce((sum, value) => sum + value, 0) / hits.length;
				});
				const merged = mergeWords(ranges(words), ranges(tokens), keep);
				expect([...merged]).toEqual([...Float32Array.from(expected)]);
			}),
		);
	});
});
