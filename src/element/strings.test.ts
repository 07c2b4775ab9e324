import { describe, expect, it } from "vitest";
import { english, fill, mergeStrings, readStrings, translationFor } from "./strings.ts";

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
		["de-CH", swiss],
	]);

	it.each([
		["de", ["de", german]],
		["de-AT", ["de", german]],
		["DE-CH-1996", ["de-CH", swiss]],
		["fr", undefined],
		["", undefined],
	])("of %j", (lang, table) => {
		expect(translationFor(tables, lang)).toEqual(table);
	});
});

it("fill leaves what it does not know", () => {
	expect(fill("{done} of {total} {x}", { done: "1", total: "3" })).toBe("1 of 3 {x}");
	expect(fill("{constructor} {__proto__} {toString}", {})).toBe("{constructor} {__proto__} {toString}");
	expect(fill("{a}", { a: "$& {a}" })).toBe("$& {a}");
});

describe("of a table", () => {
	const unknown = "must be left out: it is no string of the element";

	it.each([
		[{}, {}, []],
		[{ compress: undefined }, {}, []],
		[
			{ compress: "Kürzen", errors: { aborted: "Abgebrochen." } },
			{ compress: "Kürzen", errors: { aborted: "Abgebrochen." } },
			[],
		],
		[
			{ compres: "Kürzen", apply: "Übernehmen", undo: null },
			{ apply: "Übernehmen" },
			[`t.compres ${unknown}; got "Kürzen".`, "t.undo must be a string; got null."],
		],
		[{ compress: 5 }, {}, ["t.compress must be a string; got 5."]],
		[
			{ errors: { boom: "!", aborted: "Abgebrochen." } },
			{ errors: { aborted: "Abgebrochen." } },
			[`t.errors.boom ${unknown}; got "!".`],
		],
		[{ errors: "!" }, { errors: {} }, ['t.errors must be an object; got "!".']],
		["de", {}, ['t must be an object; got "de".']],
		[{ toString: "x" }, {}, [`t.toString ${unknown}; got "x".`]],
	])("%j, what can be used is used, and the rest is named", (table, usable, messages) => {
		const { strings, problems } = readStrings(table, "t");
		expect(strings).toEqual(usable);
		expect(problems.map(({ message }) => message)).toEqual(messages);
	});
});
