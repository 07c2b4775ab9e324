import { describe, expect, it } from "vitest";
import { mergeOrders, type OrderedText } from "./joint-order.ts";

const ordered = (probabilities: number[], more: Partial<OrderedText> = {}): OrderedText => ({
	probabilities: Float32Array.from(probabilities),
	first: 0,
	tier: 0,
	...more,
});
const ownersOf = (...texts: OrderedText[]) => [...mergeOrders(texts).owner];

describe("mergeOrders", () => {
	it("takes the most probable step of any text first", () => {
		expect(ownersOf(ordered([0.9, 0.2]), ordered([0.5, 0.4, 0.1]))).toEqual([0, 1, 1, 0, 1]);
	});

	it("takes equally probable steps of the earlier text first", () => {
		expect(ownersOf(ordered([0.5, 0.5]), ordered([1, 0.5]), ordered([0.5]))).toEqual([1, 0, 0, 1, 2]);
	});

	it("begins behind the steps that are kept from the start", () => {
		const { owner, steps, stepsAt } = mergeOrders([ordered([0.3, 0.2], { first: 1 }), ordered([0.9, 0.1])]);
		expect(steps).toBe(3);
		expect([...owner]).toEqual([1, 0, 1]);
		expect([0, 1, 2, 3].map((last) => [...stepsAt(last)])).toEqual([
			[1, 0],
			[1, 1],
			[2, 1],
			[2, 2],
		]);
	});

	it("lets the second tier wait for half of the first, then merges both", () => {
		const helping = ordered([0.9, 0.8, 0.2, 0.1]);
		const other = ordered([1, 0.15], { tier: 1 });
		expect(ownersOf(other, helping)).toEqual([1, 1, 0, 1, 0, 1]);
	});

	it("counts what is kept from the start to that half", () => {
		const helping = ordered([0.9, 0.8], { first: 1 });
		expect(ownersOf(ordered([1], { tier: 1 }), helping)).toEqual([0, 1]);
	});

	it("does not wait for texts without steps", () => {
		expect(ownersOf(ordered([]), ordered([0.5], { tier: 1 }))).toEqual([1]);
		expect(ownersOf(ordered([0.5], { tier: 1 }))).toEqual([0]);
	});

	it("takes no text at all", () => {
		const { steps, stepsAt } = mergeOrders([]);
		expect([steps, [...stepsAt(0)]]).toEqual([0, []]);
	});
});
