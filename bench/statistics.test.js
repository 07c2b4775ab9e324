import { expect, test } from "vitest";
import { median, noise, quantile } from "./statistics.js";

test.each([
	[[3], 3],
	[[4, 1, 3], 3],
	[[1, 2, 3, 10], 2.5],
])("the median of %j is %d", (values, expected) => {
	expect(median(values)).toBe(expected);
});

test("quantiles lie between the neighbouring values", () => {
	expect(quantile([0, 10], 0.25)).toBe(2.5);
	expect(quantile([5, 1, 9], 1)).toBe(9);
});

test("noise is half the quartile distance over the median", () => {
	expect(noise([8, 9, 10, 11, 12])).toBeCloseTo(0.1);
	expect(noise([7, 7, 7])).toBe(0);
});
