import { expect, test } from "vitest";
import { codePointsBefore } from "./code-points.js";

test.each([
	["plain", "naïve 日本", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
	["a pair is one", "a😀b", [0, 1, 1, 2, 3]],
	["a lone surrogate is one", "\ud83dx", [0, 1, 2]],
])("%s", (_name, text, expected) => {
	expect(Array.from({ length: text.length + 1 }, (_, unit) => codePointsBefore(text)(unit))).toEqual(
		expected,
	);
});
