// Compat's options through the façade: what is refused before anything is loaded.
import { describe, expect, it } from "vitest";
import { createCompressorOver } from "../compressor.ts";
import { fakeWorkers, scoreResponse, turn } from "./fake-worker.fixture.ts";

const refused: [string, Record<string, unknown>][] = [
	["threshold", { threshold: 0.5 }],
	["pin", { pin: [[0, 1]] }],
	["drop", { drop: [[0, 1]] }],
	["protect", { protect: { code: true } }],
	["question", { question: "Who?" }],
	["structured", { structured: 1 }],
	["force", { structured: true, force: ["a"] }],
	["force", { force: new Array(101).fill("a") }],
	["rate", { rate: 2 }],
	["contextFilter.contexts", { contextFilter: { contexts: 0 } }],
	["compat", { compat: "llmlingua" }],
];

describe("compat", () => {
	it.each(refused)("refuses %s", async (name, options) => {
		const { connect, started } = fakeWorkers({});
		const compressor = createCompressorOver(connect, {});
		const asked = compressor.compress("text", { compat: "llmlingua-2", ...options });
		await expect(asked).rejects.toMatchObject({
			code: "invalid-option",
			message: expect.stringMatching(new RegExp(`^${name} `)),
		});
		expect(started).toHaveLength(0);
	});

	it("asks the worker for the reference's chunks and makes its text of them", async () => {
		const { connect, started } = fakeWorkers({});
		const asked = createCompressorOver(connect, { device: "wasm" }).compress("keep this word", {
			compat: "llmlingua-2",
			rate: 0.4,
			force: ["word"],
		});
		while (!started[0]?.scores[0]) await turn();
		const call = started[0].scores[0];
		expect(call.request.compat).toEqual({
			contexts: ["keep this word"],
			force: ["word"],
			chunkEnds: [".", "\n"],
		});
		const chunk = {
			text: "keep this word",
			tokens: ["<unk>", "▁keep", "▁this", "▁word", "<unk>"],
			probabilities: Float32Array.of(0, 0.9, 0.2, 0.1, 0),
			start: Uint32Array.of(0, 0, 5, 10, 0),
			end: Uint32Array.of(0, 4, 9, 14, 0),
		};
		call.resolve({
			...scoreResponse(),
			compat: { family: "xlm-r", standIns: new Map(), contexts: ["keep this word"], chunks: [[chunk]] },
		});
		const result = await asked;
		expect(result.text).toBe("word");
		expect(result.spans).toEqual([[10, 14]]);
		expect([result.sourceTokens, result.keptTokens]).toEqual([3, 1]);
	});
});
