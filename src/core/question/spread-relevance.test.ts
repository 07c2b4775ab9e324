import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadRelevance } from "./spread-relevance.ts";

const words = fc.array(
	fc.record({ relevance: fc.float({ min: 0, max: 1, noNaN: true }), opens: fc.nat(3) }),
	{ maxLength: 60 },
);
type Word = { relevance: number; opens: number };

function clausesOf(list: readonly Word[]): Uint32Array {
	let clause = 0;
	return Uint32Array.from(list, ({ opens }, at) => (at > 0 && opens === 0 ? ++clause : clause));
}

const relevanceOf = (list: readonly Word[]) => Float32Array.from(list, ({ relevance }) => relevance);

describe("spreadRelevance", () => {
	it("lifts the words of a clause that answers above the words of one that does not", () => {
		const spread = spreadRelevance(Float32Array.of(0.9, 0.9, 0, 0.4, 0, 0), Uint32Array.of(0, 0, 0, 1, 1, 1));
		expect(spread[2]).toBeGreaterThan(spread[3] ?? Number.NaN);
	});

	it("leaves words alone that are their own clause", () => {
		const relevance = Float32Array.of(0.25, 0, 1);
		expect(spreadRelevance(relevance, Uint32Array.of(0, 1, 2))).toEqual(relevance);
	});

	it("keeps each clause's mean and the order in it, and stays from 0 to 1", () => {
		fc.assert(
			fc.property(words, (list) => {
				const [relevance, clauseOf] = [relevanceOf(list), clausesOf(list)];
				const spread = spreadRelevance(relevance, clauseOf);
				expect(spread).toHaveLength(list.length);
				const total = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);
				expect(total(spread)).toBeCloseTo(total(relevance), 3);
				spread.forEach((value, at) => {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual(1);
					if (at === 0 || clauseOf[at] !== clauseOf[at - 1]) return;
					const [before = 0, own = 0] = [relevance[at - 1], relevance[at]];
					if (own > before) expect(value).toBeGreaterThanOrEqual(spread[at - 1] ?? Number.NaN);
				});
			}),
		);
	});
});
