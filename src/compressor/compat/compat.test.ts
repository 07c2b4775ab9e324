// Compat's options through the façade: what is refused before anything is loaded.
import { describe, expect, it } from "vitest";
import { CompressorError } from "../../core/error.ts";
import { fakeWorkers, scoreResponse, turn } from "../fake-worker.fixture.ts";
import { createCompressorOver } from "../whole-compressor.ts";

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
	["compat", { compat: "llmlingua" }],
	["compat", { compat: null }],
	["contextFilter", { contextFilter: { contexts: 1 } }],
	["minPerContext", { minPerContext: 1 }],
	["options", new Map([["compat", "llmlingua-2"]]) as object as Record<string, unknown>],
];
/** With several contexts. */
const refusedOfContexts: [string, Record<string, unknown>][] = [
	["contextFilter.contexts", { contextFilter: { contexts: 0 } }],
	["contextFilter.targetTokens", { contextFilter: { targetTokens: Number.NaN } }],
	["contextFilter.rate", { contextFilter: { rate: Number.NaN } }],
	["contextFilter.force", { contextFilter: { force: [-1] } }],
	["contextFilter.force", { contextFilter: { force: [0, 2] } }],
	["contextFilter.context", { contextFilter: { context: 1 } }],
	["contextFilter", { contextFilter: new Map() }],
	["contextFilter", { contextFilter: true }],
	["minPerContext", { minPerContext: 1 }],
];

describe("compat", () => {
	it.each(refused)("refuses %s", async (name, options) => {
		const { connect, started } = fakeWorkers({});
		const compressor = createCompressorOver(connect, {});
		const given = options instanceof Map ? options : { compat: "llmlingua-2", ...options };
		const asked = compressor.compress("text", given as { compat: "llmlingua-2" });
		await expect(asked).rejects.toMatchObject({
			code: "invalid-option",
			message: expect.stringMatching(new RegExp(`^${name} `)),
		});
		expect(started).toHaveLength(0);
	});

	it.each(refusedOfContexts)("refuses %s of several contexts", async (name, options) => {
		const { connect, started } = fakeWorkers({});
		const asked = createCompressorOver(connect, {}).compress(["a", "b"], {
			compat: "llmlingua-2",
			...options,
		});
		await expect(asked).rejects.toMatchObject({
			code: "invalid-option",
			message: expect.stringMatching(new RegExp(`^${name} `)),
		});
		expect(started).toHaveLength(0);
	});

	it.each<[string | string[], object]>([
		["", { text: "", rate: 1, ratio: 1, warnings: [{ code: "empty" }] }],
		[[], { contexts: [], rate: 1, ratio: 1, warnings: [{ code: "empty" }] }],
		[["", ""], { contexts: [{ text: "", ratio: 1 }, { text: "" }], warnings: [{ code: "empty" }] }],
	])("loads nothing for %j", async (input, expected) => {
		const { connect, started } = fakeWorkers({});
		const compressor = createCompressorOver(connect, { device: "wasm" });
		const result = await compressor.compress(input as string, { compat: "llmlingua-2", structured: true });
		expect(result).toMatchObject({ ...expected, sourceTokens: 0, model: "embedded", device: "wasm" });
		const signal = AbortSignal.abort();
		const aborted = compressor.compress(input as string, { compat: "llmlingua-2", signal });
		await expect(aborted).rejects.toMatchObject({ code: "aborted" });
		expect(started).toHaveLength(0);
	});

	it("takes options that are undefined for not given", async () => {
		const { connect, started } = fakeWorkers({});
		const options = {
			compat: "llmlingua-2",
			structured: undefined,
			contextFilter: undefined,
			protect: undefined,
			question: undefined,
			signal: undefined,
			rate: undefined,
			targetTokens: 5,
		} as object;
		const asked = createCompressorOver(connect, {}).compress("text", options);
		while (!started[0]?.scores[0]) await turn();
		expect(started[0].scores[0].request.compat).toEqual({
			contexts: ["text"],
			force: [],
			chunkEnds: [".", "\n"],
		});
		started[0].scores[0].reject(new CompressorError("model-load-failed", "no answer"));
		await expect(asked).rejects.toMatchObject({ code: "model-load-failed" });
	});

	it("warns of each context by its number", async () => {
		const { connect, started } = fakeWorkers({ languages: ["en"] });
		const contexts = ["keep this", "ეს არის ქართული", "and this"];
		const asked = createCompressorOver(connect, {}).compress(contexts, { compat: "llmlingua-2", rate: 1 });
		while (!started[0]?.scores[0]) await turn();
		const compat = { family: "xlm-r" as const, standIns: new Map(), contexts, chunks: [[], [], []] };
		started[0].scores[0].resolve({ ...scoreResponse(), compat });
		const { warnings, contexts: results, ratio } = await asked;
		expect(warnings).toMatchObject([{ code: "nothing-kept" }, { code: "unsupported-language", context: 1 }]);
		expect(warnings[0]).not.toHaveProperty("context");
		expect(results.map(({ text, ratio }) => [text, ratio])).toEqual(
			new Array(3).fill(["", Number.POSITIVE_INFINITY]),
		);
		expect(ratio).toBe(Number.POSITIVE_INFINITY);
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
