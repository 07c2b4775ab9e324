import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRecord, show } from "./invalid-option.ts";

const cycle: Record<string, unknown> = { a: [1] };
cycle.self = { cycle };
const list: unknown[] = [];
list.push(list);
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
class Settings {
	rate = 0.5;
}

describe("show", () => {
	it.each<[string, unknown]>([
		["undefined", undefined],
		["null", null],
		["NaN", Number.NaN],
		["-Infinity", Number.NEGATIVE_INFINITY],
		["-0", -0],
		["0", 0],
		["12n", 12n],
		["Symbol(a)", Symbol("a")],
		["function parse()", function parse() {}],
		["function ()", () => {}],
		["function Settings()", Settings],
		['"a\\"b\\n"', 'a"b\n'],
		["[NaN,-0,[1n,null],undefined]", [Number.NaN, -0, [1n, null], undefined]],
		['{"rate":Infinity,"b":[]}', { rate: Number.POSITIVE_INFINITY, b: [] }],
		['{"a":[1],"self":{"cycle":…}}', cycle],
		["[…]", list],
		['[{"a":1},{"a":1}]', new Array(2).fill({ a: 1 })],
		["{}", Object.create(null)],
		["/a/g", /a/g],
		["https://a.example/", new URL("https://a.example")],
		["[object Map]", new Map([[1, 2]])],
		["[object Date]", new Date(Number.NaN)],
		["[object Uint8Array]", new Uint8Array(1e6)],
		["[object Settings]", new Settings()],
		["[object Object]", Object.create({ rate: 1 })],
		["a value that cannot be shown", proxy],
		[
			"a value that cannot be shown",
			{
				get rate() {
					throw new Error("no");
				},
			},
		],
	])("spells %s", (text, value) => {
		expect(show(value)).toBe(text);
	});

	it.each<[string, unknown]>([
		["a string", "x".repeat(10_000_000)],
		["a string in two halves", "👍".repeat(1000)],
		["a list", new Array(1_000_000).fill(0)],
		["a sparse list", new Array(4_000_000_000)],
		["nested lists", Array.from({ length: 100_000 }).reduce((inner) => [inner], 1)],
		["an object", Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))],
		["a long key", { ["k".repeat(100_000)]: 1 }],
		["a pattern", new RegExp("x".repeat(100_000))],
		["a symbol", Symbol("x".repeat(100_000))],
		["an integer", 10n ** 1000n],
	])("cuts %s short", (_, value) => {
		const shown = show(value);
		expect(shown.length).toBeLessThanOrEqual(80);
		expect(shown.endsWith("...")).toBe(true);
		expect(encodeURI(shown.replaceAll("%", ""))).toBeTruthy(); // throws at half a surrogate pair
	});

	it("never throws, and never says much", () => {
		fc.assert(
			fc.property(
				fc.anything({ withBigInt: true, withMap: true, withDate: true, withNullPrototype: true }),
				(value) => {
					expect(show(value).length).toBeLessThanOrEqual(80);
				},
			),
		);
	});
});

it.each<[boolean, unknown]>([
	[true, {}],
	[true, Object.create(null)],
	[true, new Proxy({}, {})],
	[false, null],
	[false, []],
	[false, /foo/],
	[false, new Set()],
	[false, new Map()],
	[false, new Date()],
	[false, new Settings()],
	[false, Object.create({ rate: 1 })],
	[false, () => {}],
	[false, "options"],
])("isRecord is %s", (expected, value) => {
	expect(isRecord(value)).toBe(expected);
});
