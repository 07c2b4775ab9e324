import { describe, expect, it } from "vitest";
import { parseStructuredPrompt } from "./structured-prompt.ts";

describe("parseStructuredPrompt", () => {
	it.each([null, undefined, 7])("refuses %s by name", (text) => {
		expect(() => parseStructuredPrompt(text as never)).toThrow(/^text must be a string; got /);
	});

	it.each([
		["<llmlingua, rate=0.4>a</llmlingua>", [["a", 0.4, true]]],
		[
			"<llmlingua, compress=False, rate=0.9>a</llmlingua><llmlingua>b</llmlingua>",
			[
				["a", 0.9, false],
				["b", 0.5, true],
			],
		],
		["<llmlingua, compress=False>a</llmlingua>", [["a", 1, false]]],
		["<llmlingua,rate = 0.3 ,compress = True >a</llmlingua>", [["a", 0.3, true]]],
		["<llmlingua, rate=0.3, rate=0.6>a</llmlingua>", [["a", 0.3, true]]],
		["<llmlingua, rate=0.3, rate=0.6, rate=0.7>a</llmlingua>", []],
		["<llmlingua, rate=0>a</llmlingua>", [["a", 0.5, true]]],
		["plain", [["plain", 0.5, true]]],
		[
			"first</llmlingua><llmlingua>last",
			[
				["first", 0.5, true],
				["last", 0.5, true],
			],
		],
		["<llmlingua>a < b</llmlingua> between <llmlingua>kept</llmlingua>", [["kept", 0.5, true]]],
		["<llmlingua></llmlingua>", []],
	])("reads %s", (text, parts) => {
		expect(parseStructuredPrompt(text).map(({ text, rate, compress }) => [text, rate, compress])).toEqual(
			parts,
		);
	});

	it.each(["1.5", "1.2.3"])("refuses the rate %s", (rate) => {
		expect(() => parseStructuredPrompt(`<llmlingua, rate=${rate}>a</llmlingua>`)).toThrowError(
			expect.objectContaining({ code: "invalid-option" }),
		);
	});

	it("reads a hostile tag once", () => {
		const text = `${"<llmlingua".repeat(20_000)}${" ".repeat(200_000)}`;
		expect(parseStructuredPrompt(text)).toEqual([]);
	});
});
