import { describe, expect, test } from "vitest";
import type { Block } from "./block.ts";
import { blockTable } from "./block-table.ts";

/** Words of one letter, between spaces: word `n` lies at `[2n, 2n + 1)`. */
function table(count: number, blocks: readonly Block[]) {
	const start = Uint32Array.from({ length: count }, (_, at) => 2 * at);
	return blockTable(blocks, { start, end: start.map((from) => from + 1) });
}

describe("blockTable", () => {
	test("gives each word the innermost block, and each block the one around it", () => {
		const inner = { start: 4, end: 7, frame: [] };
		const outer = { start: 2, end: 10, frame: [] };
		const later = { start: 12, end: 13, frame: [] };
		const { of, parent } = table(8, [later, inner, outer]);
		expect([...of]).toEqual([0, 1, 2, 2, 1, 0, 3, 0]);
		expect([...parent]).toEqual([0, 0, 1, 0]);
	});

	test("gives frames as ranges of words, by block", () => {
		const outer: Block = {
			start: 0,
			end: 9,
			frame: [
				[0, 1],
				[6, 9],
			],
		};
		const inner: Block = { start: 2, end: 5, frame: [[2, 5]], filled: true };
		const { frames, filled } = table(5, [outer, inner]);
		expect([...frames]).toEqual([1, 0, 1, 1, 3, 5, 2, 1, 3]);
		expect([...filled]).toEqual([0, 0, 1]);
	});

	test("leaves out blocks without a word", () => {
		const { of, parent } = table(2, [{ start: 1, end: 2, frame: [[1, 2]] }]);
		expect([...of]).toEqual([0, 0]);
		expect([...parent]).toEqual([0]);
	});

	test("of two blocks with one range the first is the outer one", () => {
		const both: Block[] = [
			{ start: 0, end: 1, frame: [] },
			{ start: 0, end: 1, frame: [], filled: true },
		];
		const { of, parent, filled } = table(1, both);
		expect([...of]).toEqual([2]);
		expect([...parent]).toEqual([0, 0, 1]);
		expect([...filled]).toEqual([0, 0, 1]);
	});

	test("of 200,000 blocks inside each other, with frames at both ends, ends", () => {
		const count = 400_000;
		const nested = Array.from({ length: count / 2 }, (_, depth): Block => {
			const [start, end] = [2 * depth, 2 * (count - depth) - 1];
			return {
				start,
				end,
				frame: [
					[start, start + 1],
					[end - 1, end],
				],
			};
		});
		const { parent, frames } = table(count, nested);
		expect(parent).toHaveLength(count / 2 + 1);
		expect([...frames.subarray(0, 6)]).toEqual([1, 0, 1, 1, count - 1, count]);
	});
});
