import fc from "fast-check";
import { expect, test } from "vitest";
import { textBlocks } from "./text-blocks.ts";

test("a short text is one block, an empty one none", () => {
	expect(textBlocks("one\ntwo")).toEqual([{ start: 0, end: 7 }]);
	expect(textBlocks("")).toEqual([]);
});

test("blocks end with a line", () => {
	const line = `${"word ".repeat(30)}\n`;
	const text = line.repeat(60);
	const blocks = textBlocks(text);
	expect(blocks.length).toBeGreaterThan(3);
	for (const { end } of blocks) expect(text[end - 1]).toBe("\n");
});

test("one endless line is cut, never inside a surrogate pair", () => {
	const text = `a${"😀".repeat(20_000)}`;
	const blocks = textBlocks(text);
	expect(blocks.length).toBeGreaterThan(2);
	for (const { start, end } of blocks) {
		expect(end - start).toBeLessThanOrEqual(8000);
		expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
	}
});

test("blocks tile the text", () => {
	const piece = fc.oneof(
		fc.constantFrom("\n", "\n\n", " ", "x".repeat(9000), "word ".repeat(500)),
		fc.string({ unit: "binary", maxLength: 30 }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join("");
			const blocks = textBlocks(text);
			expect(blocks.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
			for (const { start, end } of blocks) expect(end).toBeGreaterThan(start);
		}),
	);
});

test("a limit stops after the block that reaches it", () => {
	const text = "line\n".repeat(4000);
	const blocks = textBlocks(text, 0, 5000);
	expect(blocks.at(-1)?.end).toBeGreaterThanOrEqual(5000);
	expect(blocks.at(-1)?.start).toBeLessThan(5000);
});
