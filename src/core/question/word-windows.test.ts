import { expect, it } from "vitest";
import { windowOfWords } from "./word-windows.ts";

/** Tokens of the given ends. */
const tokens = (...end: number[]) => ({ end: Uint32Array.from(end) });
const words = (...start: number[]) => ({ start: Uint32Array.from(start) });
const windows = [
	{ start: 0, end: 2 },
	{ start: 2, end: 3 },
	{ start: 3, end: 4 },
];

it("finds the window in which each word begins", () => {
	const found = windowOfWords(words(0, 4, 8, 12, 15), tokens(3, 7, 11, 20), windows);
	expect([...found]).toEqual([0, 0, 1, 2, 2]);
});

it("counts a word cut by a window's end to the window where it begins", () => {
	expect([...windowOfWords(words(0, 5), tokens(3, 7, 11, 20), windows)]).toEqual([0, 0]);
});

it("counts words without a token to the last window", () => {
	expect([...windowOfWords(words(0, 30), tokens(3, 7, 11, 20), windows)]).toEqual([0, 2]);
	expect([...windowOfWords(words(0), tokens(), [])]).toEqual([0]);
});
