import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels.js";

test("labels that are far enough apart stay", () => {
	expect(spreadLabels([40, 10, 80], 15, [0, 200])).toEqual([40, 10, 80]);
});

test("two that touch move apart around their middle", () => {
	expect(spreadLabels([50, 52], 16, [0, 200])).toEqual([43, 59]);
});

test("none lies outside the range", () => {
	expect(spreadLabels([98, 100], 16, [0, 100])).toEqual([84, 100]);
	expect(spreadLabels([1, 2, 60], 16, [0, 100])).toEqual([0, 16, 60]);
});

test("any labels keep their order and their distance", () => {
	const ends = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 8 });
	fc.assert(
		fc.property(ends, (wanted) => {
			const places = spreadLabels(wanted, 15, [-1000, 1000]);
			const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
			for (const [row, at] of order.slice(1).entries()) {
				const above = places[order[row] ?? 0] ?? Number.NaN;
				expect((places[at] ?? Number.NaN) - above).toBeGreaterThanOrEqual(15 - 1e-9);
			}
		}),
	);
});
