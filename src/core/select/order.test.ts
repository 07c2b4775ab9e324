import { describe, expect, test } from "vitest";
import { layOut } from "./gaps.ts";
import { neverKept, orderWords } from "./order.ts";
import { scoreWith } from "./scored.fixture.ts";

function order(text: string, probabilities: number[], choices = {}) {
	const { words } = scoreWith(text, probabilities);
	return orderWords(layOut(text, words), choices);
}

describe("orderWords", () => {
	test("by probability, then by place", () => {
		expect([...order("a b c d", [0.2, 0.9, 0.2, 0.5]).step]).toEqual([3, 1, 4, 2]);
	});

	test("probabilities that are none, or out of range, count as the nearest", () => {
		expect([...order("a b c d", [Number.NaN, 1.5, -1, 1]).step]).toEqual([3, 1, 4, 2]);
	});

	test("a negation joins with the first word of its clause, a mark after the words beside it", () => {
		//             do   not  touch ,    go
		expect([...order("do not touch, go", [0.3, 0.1, 0.8, 0.9, 0.5]).step]).toEqual([4, 1, 1, 3, 2]);
	});

	test("what is always kept has step 0, what is dropped has none", () => {
		const { step, steps } = order("a b c", [0.1, 0.2, 0.3], { pin: [[0, 1]], drop: [[4, 5]] });
		expect([...step]).toEqual([0, 1, neverKept]);
		expect(steps).toBe(1);
	});

	test.each([
		[1, 0],
		[0.7, 1],
		[0.5, 2],
		[0.2, 4],
		[0, 4],
	])("the threshold %f is reached up to step %i", (threshold, step) => {
		expect(order("a b c d", [0.2, 0.7, 0.2, 0.5]).stepAtThreshold(threshold)).toBe(step);
	});

	test("a row of 100,000 negations ends", () => {
		expect(order("不要".repeat(100_000), [0.5, 0.2]).steps).toBe(1);
	});

	test("no words", () => {
		const { step, steps, stepAtThreshold } = order("", [0.5]);
		expect([step.length, steps, stepAtThreshold(0)]).toEqual([0, 0, 0]);
	});
});
