import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameShape, parseJson } from "./same-shape.ts";

describe("isSameShape", () => {
	it.each([
		[{ a: "a long text" }, { a: "text" }],
		[{ a: "text", b: undefined }, { a: "text" }],
		[
			[1, null, true, "x"],
			[1, null, true, ""],
		],
		["long", "l"],
		['["a long text"]', '["text"]'],
		["[a long text]", "[text]"],
	])("%j may become %j", (before, after) => {
		expect(isSameShape(before, after)).toBe(true);
	});

	it.each([
		[{ a: 1 }, { a: 2 }],
		[{ a: 1 }, {}],
		[{ a: "x" }, { b: "x" }],
		[{ a: "x" }, { a: "x", b: "y" }],
		[{ a: "x" }, { a: "longer" }],
		[[1, 2], [1]],
		[{}, []],
		[[], {}],
		[null, {}],
		[{ a: "x" }, null],
		[true, "true"],
		['["a long text"]', '["text'],
		[
			{ text: JSON.stringify({ text: '{"a": "x", "b": "y"}' }) },
			{ text: JSON.stringify({ text: '{"a": "x"}' }) },
		],
		["1", 1],
		[{ at: new Date(0) }, { at: "1970-01-01T00:00:00.000Z" }],
		[{}, undefined],
	])("%j may not become %j", (before, after) => {
		expect(isSameShape(before, after)).toBe(false);
	});

	it("holds for every JSON value and its copy", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(isSameShape(value, JSON.parse(JSON.stringify(value)))).toBe(true);
			}),
		);
	});

	it("compares what is nested deeper than the stack", () => {
		const deep = parseJson("[".repeat(100_000) + "]".repeat(100_000))?.value;
		const other = parseJson(`${"[".repeat(100_000)}1${"]".repeat(100_000)}`)?.value;
		expect(isSameShape(deep, deep)).toBe(true);
		expect(isSameShape(deep, other)).toBe(false);
	});
});

it.each([
	["null", { value: null }],
	["[1]", { value: [1] }],
	["no JSON", undefined],
	["", undefined],
])("parseJson(%j)", (text, expected) => {
	expect(parseJson(text)).toEqual(expected);
});
