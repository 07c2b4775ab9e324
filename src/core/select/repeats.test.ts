// `force` with `keepDigits` and `dropConsecutive`, as LLMLingua means them.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { loadCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import { type Scored, scoredArbitrary, scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const counter = await loadCounter("o200k_base");

function selectorOf({ text, words }: Scored) {
	return createSelector({ text, words, counter, model: "test", device: "wasm" });
}

describe("dropConsecutive", () => {
	test.each<[string, number[], SelectOptions, string]>([
		["and one and two and", [0.1, 0.1, 0.1, 0.9, 0.1], { force: ["and"] }, "and two and"],
		["and one and two and", [0.1], { force: ["and"] }, "and"],
		["a? b? c? d.", [0.1, 0.1, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1], { force: ["?"] }, "? c?"],
		["one\ntwo\n\nthree four\nfive", [0.1, 0.2, 0.9, 0.8, 0.1], { force: ["\n"] }, "\nthree four\n"],
		["x foo bar y foo bar z", [0.1], { force: ["foo bar"] }, "foo bar"],
		["x foo foo y", [0.1], { force: ["foo"] }, "foo"],
		["the a the b", [0.1, 0.1, 0.1, 0.9], { force: ["the", "a"] }, "the a the b"],
	])("%j", (text, values, options, expected) => {
		const select = selectorOf(scoreWith(text, values));
		expect(select({ threshold: 0.5, ...options, dropConsecutive: true }).text).toBe(expected);
	});

	test("what is protected, pinned or holds a digit stays", () => {
		const select = selectorOf(scoreWith("see 7 see `see` see 7", [0.1]));
		const options: SelectOptions = { threshold: 0.5, force: ["see", "7"], dropConsecutive: true };
		expect(select(options).text).toBe("see 7 see `see` see 7");
		expect(select({ ...options, force: ["see"], protect: { code: false } }).text).toBe("see");
		expect(select({ ...options, force: ["see"], pin: [[6, 9]], protect: { code: false } }).text).toBe(
			"see see",
		);
	});

	test("monotone and exact; no forced word follows itself but where it must", () => {
		const force = ["the", "日本", "?", "\n", "."];
		fc.assert(
			fc.property(scoredArbitrary, (scored) => {
				const select = selectorOf(scored);
				let before: readonly (readonly [number, number])[] = [];
				for (const targetTokens of [1, 3, 8, 20, 40]) {
					const result = select({ force, dropConsecutive: true, targetTokens });
					expect(result.keptTokens).toBe(counter.count(result.text));
					for (const [start, end] of before) {
						expect(result.spans.some(([from, to]) => from <= start && end <= to)).toBe(true);
					}
					before = result.spans;
				}
				const { text } = select({ force: ["word"], dropConsecutive: true, threshold: 1 });
				if (text !== scored.text) expect(text).not.toMatch(/(?<!\S)word\s+word(?!\S)/);
			}),
			{ numRuns: 100 },
		);
	});
});

describe("keepDigits", () => {
	test("every word with a digit stays, in any script", () => {
		const text = "call x7 or ٣٤ then 第3章 now";
		const { text: kept } = selectorOf(scoreWith(text, [0.1]))({ threshold: 0.5, keepDigits: true });
		expect(kept).toBe("x7 ٣٤ 3章");
	});

	test("off, it is the model's say", () => {
		const select = selectorOf(scoreWith("call 7 now", [0.9, 0.1, 0.1]));
		expect(select({ threshold: 0.5, keepDigits: false }).text).toBe("call");
	});
});
