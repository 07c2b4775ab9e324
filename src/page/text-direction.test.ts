import { expect, test } from "vitest";
import { isRightToLeft } from "./text-direction.ts";

test.each([
	["", 0, false],
	["plain", 3, false],
	["12: مرحبا world", 12, true],
	["שלום", 0, true],
	["English مرحبا", 9, false],
	["English\nمرحبا", 8, true],
	["مرحبا\nEnglish", 6, false],
	["123 …", 2, false],
])("%j at %i: %s", (text, offset, expected) => {
	expect(isRightToLeft(text, offset)).toBe(expected);
});
