import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../structure/block.ts";
import { splitWords } from "../words/words.ts";
import { byItself } from "./bring-along.ts";
import { layOut } from "./gaps.ts";
import { neverKept, orderWords } from "./order.ts";
import type { Choices } from "./protection.ts";

/** The order of a text of words `a b c …` with these probabilities and blocks. */
function order(
	text: string,
	probabilities: readonly number[],
	blocks: readonly Block[],
	choices: Choices = {},
) {
	const words = splitWords(text, [], blocks);
	words.keepProbability.set(probabilities);
	return { words, ...orderWords(layOut(text, words), choices) };
}

describe("blocks", () => {
	const frame: Block = { start: 2, end: 7, frame: [[2, 3]] };

	test("a word brings the frame of its block", () => {
		const { step, broughtBy } = order("a b c d e", [0.9, 0.1, 0.2, 0.8, 0.3], [frame]);
		expect([...step]).toEqual([1, 2, 4, 2, 3]);
		expect([...broughtBy]).toEqual([byItself, 3, byItself, byItself, byItself]);
	});

	test("a word brings the frames of all blocks around it", () => {
		const inner: Block = { start: 4, end: 7, frame: [[4, 5]] };
		const { step } = order("a b c d e", [0.5, 0.1, 0.2, 0.8, 0.3], [frame, inner]);
		expect([...step]).toEqual([2, 1, 1, 1, 3]);
	});

	test("a whole stays or goes as one", () => {
		const { step } = order("a b c d", [0.5, 0.1, 0.8, 0.3], [{ start: 2, end: 5, frame: [[2, 5]] }]);
		expect([...step]).toEqual([2, 1, 1, 3]);
	});

	test("a frame brings the most needed word of a block that must be filled", () => {
		const filled: Block = { start: 2, end: 7, frame: [[2, 3]], filled: true };
		const { step } = order("a b c d e", [0.5, 0.9, 0.2, 0.4, 0.3], [filled]);
		expect([...step]).toEqual([2, 1, 4, 1, 3]);
	});

	test("what is always kept brings its frame, and what is dropped is brought by nobody", () => {
		const { step } = order("a b c d", [0.5, 0.1, 0.8, 0.3], [frame], { pin: [[4, 5]] });
		expect([...step]).toEqual([1, 0, 0, 2]);
		const dropped = order("a b c d", [0.5, 0.1, 0.8, 0.3], [frame], { drop: [[2, 3]] });
		expect([...dropped.step]).toEqual([2, neverKept, 1, 3]);
	});

	test("without markup protection blocks are nothing", () => {
		const { step } = order("a b c d", [0.5, 0.1, 0.8, 0.3], [frame], { protect: { markup: false } });
		expect([...step]).toEqual([2, 4, 1, 3]);
	});

	test("whatever is kept, frames of its blocks are", () => {
		const block = fc.tuple(fc.nat(29), fc.nat(12), fc.nat(3)).map(([first, length, depth]): Block => {
			const at = 2 * first;
			return { start: at, end: at + 1 + 2 * length, frame: [[at, at + 1 + 2 * Math.min(length, depth)]] };
		});
		const nested = fc.array(block, { maxLength: 12 }).map((blocks) => {
			const crosses = (a: Block, b: Block) => a.start < b.start && b.start < a.end && a.end < b.end;
			return blocks.filter(
				(own, at) => !blocks.slice(0, at).some((other) => crosses(own, other) || crosses(other, own)),
			);
		});
		const text = Array.from({ length: 42 }, (_, at) => String.fromCharCode(97 + (at % 26))).join(" ");
		fc.assert(
			fc.property(
				nested,
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 42, maxLength: 42 }),
				(blocks, scores) => {
					const { words, step } = order(text, scores, blocks);
					for (const { start, end, frame } of blocks) {
						const inside = step.slice(start / 2, (end + 1) / 2);
						const least = Math.min(...inside);
						const [from, to] = frame[0] ?? [0, 0];
						for (let at = from / 2; at < (to + 1) / 2 && at < words.start.length; at++)
							expect(step[at]).toBeLessThanOrEqual(least);
					}
				},
			),
		);
	});
});
