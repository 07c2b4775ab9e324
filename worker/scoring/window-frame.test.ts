import { expect, it } from "vitest";
import { windowFrame } from "./window-frame.ts";

const manifest = { bos: 0, eos: 2, maxTokens: 512 };

it("lays out a window between two special tokens", () => {
	const frame = windowFrame(manifest, new Uint32Array());
	expect([...frame.input(Uint32Array.of(7, 8))]).toEqual([0, 7, 8, 2]);
	expect([frame.limit, frame.start]).toEqual([510, 1]);
});

it("cuts a text that does not fit into windows that cost less, with and without a question", () => {
	const sizes = { ...manifest, windowTokens: 320 };
	const [plain, asked] = [new Uint32Array(), new Uint32Array(64)].map((question) =>
		windowFrame(sizes, question),
	);
	expect([0, 510, 511, 9_000].map((count) => plain?.limitOf(count))).toEqual([510, 510, 318, 318]);
	expect([444, 445, 9_000].map((count) => asked?.limitOf(count))).toEqual([444, 318, 318]);
	expect(windowFrame(manifest, new Uint32Array()).limitOf(9_000)).toBe(510);
	expect(
		windowFrame({ ...manifest, maxTokens: 328, windowTokens: 328 }, new Uint32Array(64)).limitOf(9_000),
	).toBe(260);
});

it("puts a question before it, with two special tokens between", () => {
	const frame = windowFrame(manifest, Uint32Array.of(5, 6));
	expect([...frame.input(Uint32Array.of(7, 8))]).toEqual([0, 5, 6, 2, 2, 7, 8, 2]);
	expect([frame.limit, frame.start]).toEqual([512 - 4 - 2, 5]);
	expect(frame.input(new Uint32Array(frame.limit)).length).toBe(512);
});
