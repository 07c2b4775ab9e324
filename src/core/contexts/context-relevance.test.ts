import { describe, expect, it } from "vitest";
import { contextRelevance, whichHelp } from "./context-relevance.ts";

describe("contextRelevance", () => {
	it.each([
		[[], 0],
		[[0.75, 0.25], 0.125],
		[[0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0], 0.5],
	])("of scores %j is %d", (scores, relevance) => {
		expect(contextRelevance(Float32Array.from(scores))).toBe(relevance);
	});

	it("is higher for a long passage that answers than for one word", () => {
		const answering = Float32Array.of(...Array(8).fill(0.3), ...Array(200).fill(0.01));
		expect(contextRelevance(answering)).toBeGreaterThan(contextRelevance(Float32Array.of(0.9)));
	});

	it("is higher for a clause that answers than for one odd word", () => {
		const odd = Float32Array.of(1, ...Array(20).fill(0.05));
		const answering = Float32Array.of(...Array(8).fill(0.6), ...Array(20).fill(0.05));
		expect(contextRelevance(answering)).toBeGreaterThan(contextRelevance(odd));
	});
});

describe("whichHelp", () => {
	it.each([
		[[], []],
		[[0.8], [true]],
		[
			[0.8, 0.2, 0.1, 0],
			[true, true, false, false],
		],
		[
			[0.002, 0.0001],
			[true, true],
		],
	])("of relevances %j is %j", (relevance, helps) => {
		expect(whichHelp(relevance)).toEqual(helps);
	});
});
