import { expect, test } from "vitest";
import { formatTable, isMet } from "./table.js";

/** @type {import("./table.js").Row} */
const row = { name: "select", value: 4.2, unit: "ms", goal: 8, note: "50 moves" };

test.each([
	["at most, below", row, true],
	["at most, above", { ...row, value: 8.1 }, false],
	["at least, below", { ...row, direction: "at least" }, false],
	["at least, on it", { ...row, value: 8, direction: "at least" }, true],
	["no goal", { name: "load", value: 1, unit: "s", note: "" }, undefined],
])("%s", (_name, measured, expected) => {
	expect(isMet(/** @type {import("./table.js").Row} */ (measured))).toBe(expected);
});

test.each([
	[3, "3 ms"],
	[0.104, "0.10 ms"],
	[38.66, "38.7 ms"],
	[1234.5, "1235 ms"],
])("%d is printed as %s", (value, printed) => {
	expect(formatTable([{ ...row, value }])).toContain(`| ${printed} `);
});

test("a table is Markdown with one line a row", () => {
	expect(formatTable([row]).split("\n")).toEqual([
		"| measured | value   | goal   | met | how      |",
		"| -------- | ------- | ------ | --- | -------- |",
		"| select   | 4.20 ms | ≤ 8 ms | yes | 50 moves |",
	]);
});
