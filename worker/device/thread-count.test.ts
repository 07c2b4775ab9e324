import { expect, it } from "vitest";
import { threadCount } from "./thread-count.ts";

it.each([
	[1, 1],
	[2, 2],
	[3, 2],
	[4, 3],
	[6, 3],
	[8, 4],
	[10, 5],
	[16, 8],
	[64, 8],
])("of %i cores uses %i", (cores, threads) => {
	expect(threadCount(cores, true)).toBe(threads);
	expect(threadCount(cores, false)).toBe(1);
});

it("keeps to a limit", () => {
	expect(threadCount(16, true, 1)).toBe(1);
	expect(threadCount(16, true, 4)).toBe(4);
});
