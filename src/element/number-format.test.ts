import { expect, it } from "vitest";
import { numberFormat } from "./number-format.ts";

/** Which space stands before a unit depends on the browser's tables. */
const plain = (text: string) => text.replace(/\s/g, " ");

it.each([
	["en", "1,234,567", "51%", "44.1 MB"],
	["de", "1.234.567", "51 %", "44,1 MB"],
	["no tag", "1,234,567", "51%", "44.1 MB"],
])("writes numbers in %s", (lang, count, percent, megabytes) => {
	const numbers = numberFormat(lang);
	expect(numbers.count(1234567)).toBe(count);
	expect(plain(numbers.percent(0.51))).toBe(percent);
	expect(plain(numbers.megabytes(44_100_000))).toBe(megabytes);
});
