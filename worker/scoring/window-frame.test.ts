import { expect, it } from "vitest";
import { windowFrame } from "./window-frame.ts";

const manifest = { bos: 0, eos: 2, maxTokens: 512 };

it("lays out a window between two special tokens", () => {
	const frame = windowFrame(manifest, new Uint32Array());
	expect([...frame.input(Uint32Array.of(7, 8))]).toEqual([0, 7, 8, 2]);
	expect([frame.limit, frame.start]).toEqual([510, 1]);
});

it("puts a question before it, with two special tokens between", () => {
	const frame = windowFrame(manifest, Uint32Array.of(5, 6));
	expect([...frame.input(Uint32Array.of(7, 8))]).toEqual([0, 5, 6, 2, 2, 7, 8, 2]);
	expect([frame.limit, frame.start]).toEqual([512 - 4 - 2, 5]);
	expect(frame.input(new Uint32Array(frame.limit)).length).toBe(512);
});
