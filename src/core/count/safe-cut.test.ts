import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { textArbitrary } from "../text.fixture.ts";
import { loadCounter } from "./count.ts";
import { safeCut } from "./safe-cut.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const counters = [await loadCounter("o200k_base"), await loadCounter("cl100k_base")];

describe("safeCut", () => {
	test.each([
		["a", " ", "b", 0],
		[".", " ", "B", 0],
		[".", "\n\n", "B", 2],
		[".", "\n  ", "B", 1],
		["a", " \n", "b", 0],
		["a", "", ".", 0],
		["a", "", "1", 0],
		["1", "", "a", 0],
		["(", "", "5", 0],
		["(", "", "a", -1],
		["a", "", "b", -1],
		["日", "", "本", -1],
		["a", "", "'", -1],
		[".", "\n", "/", -1],
		[".", "", ")", -1],
		["\n", "", "a", 0],
		["\n", "  ", "a", 0],
		["\n", "  ", "\n", -1],
		["\n", "", "\n", -1],
		["ท", "", "ี", -1],
	])("between %j and %j and %j: %i", (before, separator, after, cut) => {
		expect(safeCut(before, separator, after)).toBe(cut);
	});

	test("counts add up at every safe cut", () => {
		fc.assert(
			fc.property(textArbitrary, (text) => {
				for (const [whole, before, separator, after] of junctions(text)) {
					const cut = safeCut(before, separator, after);
					if (cut < 0) continue;
					for (const counter of counters) {
						const sum = counter.count(text.slice(0, whole + cut)) + counter.count(text.slice(whole + cut));
						expect([text, whole + cut, sum]).toEqual([text, whole + cut, counter.count(text)]);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});
});

/** Every place in a text with the character before, the white space, and the character after it. */
function* junctions(text: string): Generator<[number, string, string, string]> {
	const characters = [...text];
	let at = 0;
	for (let left = 0; left + 1 < characters.length; left++) {
		at += characters[left]?.length ?? 0;
		let right = left + 1;
		while (/^\s$/.test(characters[right] ?? "")) right++;
		for (let after = left + 1; after <= right && after < characters.length; after++) {
			const separator = characters.slice(left + 1, after).join("");
			yield [at, characters[left] ?? "", separator, characters[after] ?? ""];
		}
	}
}
