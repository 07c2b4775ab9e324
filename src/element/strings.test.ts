import { describe, expect, it } from "vitest";
import { english, fill, mergeStrings, problemOfStrings, translationFor } from "./strings.ts";

it("later tables win, entry by entry", () => {
	const merged = mergeStrings({ compress: "Kürzen", errors: { aborted: "Abgebrochen." } }, undefined, {
		compress: "Sieben",
	});
	expect(merged).toEqual({
		...english,
		compress: "Sieben",
		errors: { ...english.errors, aborted: "Abgebrochen." },
	});
});

describe("translationFor", () => {
	const german = { compress: "Kürzen" };
	const swiss = { compress: "Chürze" };
	const tables = new Map([
		["de", german],
		["de-ch", swiss],
	]);

	it.each([
		["de", german],
		["de-AT", german],
		["DE-CH-1996", swiss],
		["fr", undefined],
		["", undefined],
	])("of %j", (lang, table) => {
		expect(translationFor(tables, lang)).toBe(table);
	});
});

it("fill leaves what it does not know", () => {
	expect(fill("{done} of {total} {x}", { done: "1", total: "3" })).toBe("1 of 3 {x}");
	expect(fill("{a}", { a: "$& {a}" })).toBe("$& {a}");
});

describe("problemOfStrings", () => {
	it.each([
		[{}, null],
		[{ compress: "Kürzen", errors: { aborted: "Abgebrochen." } }, null],
		[
			{ compres: "Kürzen" },
			'strings.compres must be left out: it is no string of the element; got "Kürzen".',
		],
		[{ compress: 5 }, "strings.compress must be a string; got 5."],
		[
			{ errors: { boom: "!" } },
			'strings.errors.boom must be left out: it is no string of the element; got "!".',
		],
		[{ errors: "!" }, 'strings.errors must be an object; got "!".'],
		["de", 'strings must be an object; got "de".'],
		[{ toString: "x" }, 'strings.toString must be left out: it is no string of the element; got "x".'],
	])("of %j", (table, message) => {
		expect(problemOfStrings(table)?.message ?? null).toBe(message);
	});
});
