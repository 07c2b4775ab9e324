// Several contexts through the façade, around a worker that answers by hand.
import { describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../core/progress.ts";
import { readWords } from "../../core/read-words.ts";
import { type FakeWorker, fakeWorkers, turn } from "../fake-worker.fixture.ts";
import { createCompressorOver } from "../whole-compressor.ts";

const countTokens = (text: string) => text.split(/\s+/).filter(Boolean).length;
const contexts = ["one two three", "four five"];

function open() {
	const events: ProgressEvent[] = [];
	const workers = fakeWorkers({});
	const onProgress = (event: ProgressEvent) => events.push(event);
	const options = { device: "wasm", countTokens, onProgress } as const;
	return { compressor: createCompressorOver(workers.connect, options), events, ...workers };
}

/** Answers one request after another: words of shorter texts are more needed, the first of a text most. */
async function answer(started: readonly FakeWorker[], times: number): Promise<void> {
	for (let time = 0; time < times; time++) {
		await turn();
		const score = started.at(-1)?.scores.at(-1);
		if (!score) throw new Error("nothing was asked");
		const words = readWords(score.request.text);
		const keepProbability = words.keepProbability.map((_, at) => 1 / (words.start.length + at));
		score.onProgress({ stage: "score", done: 0, total: 1 });
		score.resolve({ words: { ...words, keepProbability }, windows: 1, windowsRun: 1, warnings: [] });
	}
	await turn();
}

describe("several contexts", () => {
	it("are scored one by one and compressed together", async () => {
		const { compressor, started } = open();
		const compressed = compressor.compress(contexts, { targetTokens: 2 });
		await answer(started, 2);
		expect(started[0]?.scores.map(({ request }) => request.text)).toEqual(contexts);
		expect(await compressed).toMatchObject({
			contexts: [{ text: "one" }, { text: "four" }],
			sourceTokens: 5,
			keptTokens: 2,
			model: "embedded",
			device: "wasm",
		});
	});

	it("are asked for once, whatever the amount, and so are equal ones", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score([...contexts, contexts[0] ?? ""]);
		await answer(started, 2);
		expect((await scoring).select({ rate: 1 }).contexts.map(({ text }) => text)).toEqual([
			...contexts,
			contexts[0],
		]);
		const again = await compressor.compress([...contexts, contexts[0] ?? ""], {
			minPerContext: 1,
			rate: 0.1,
		});
		expect(again.contexts.map(({ keptTokens }) => keptTokens)).toEqual([1, 1, 1]);
		expect(started[0]?.scores).toHaveLength(2);
	});

	it("that were scored as single texts are not asked for again", async () => {
		const { compressor, started } = open();
		const single = compressor.compress(contexts[0] ?? "");
		await answer(started, 1);
		await single;
		const compressed = compressor.compress(contexts);
		await answer(started, 1);
		expect((await compressed).contexts).toHaveLength(2);
		expect(started[0]?.scores.map(({ request }) => request.text)).toEqual(contexts);
	});

	it("list their words and, with a question, their relevance", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(contexts, { question: " Which? ", protect: { patterns: [/five/] } });
		await answer(started, 2);
		const asked = await scoring;
		expect(asked.question).toBe("Which?");
		expect(started[0]?.scores.map(({ request }) => request.question)).toEqual(["Which?", "Which?"]);
		expect(asked.contexts[1]?.words).toMatchObject([
			{ start: 0, end: 4, protected: null },
			{ start: 5, end: 9, protected: "pattern" },
		]);
		expect(asked.contexts[0]?.relevance).toBeCloseTo((1 / 3 + 1 / 4 + 1 / 5) / 8);
		expect(asked.select({ targetTokens: 1 }).contexts[1]?.text).toBe("five");
		const plain = compressor.score(contexts);
		await answer(started, 2);
		expect((await plain).contexts[0]).not.toHaveProperty("relevance");
		expect(await plain).not.toHaveProperty("question");
	});

	it("have one progress, which grows to its total", async () => {
		const { compressor, started, events } = open();
		const scoring = compressor.score(contexts);
		await answer(started, 2);
		await scoring;
		expect(events.filter(({ stage }) => stage === "score")).toEqual([
			{ stage: "score", done: 0, total: 2 },
			{ stage: "score", done: 1, total: 2 },
			{ stage: "score", done: 2, total: 2 },
		]);
	});

	it("are not changed by what happens to the caller's array", async () => {
		const { compressor, started } = open();
		const own = [...contexts];
		const scoring = compressor.score(own);
		own.reverse();
		await answer(started, 2);
		expect((await scoring).contexts.map(({ text }) => text)).toEqual(contexts);
	});

	it("can be taken back between two of them", async () => {
		const { compressor, started } = open();
		const controller = new AbortController();
		const scoring = compressor.score(contexts, { signal: controller.signal });
		await answer(started, 1);
		controller.abort();
		await expect(scoring).rejects.toMatchObject({ code: "aborted" });
		expect(started[0]?.scores).toHaveLength(2);
		expect(started[0]?.cancelled).toHaveLength(1);
	});

	it.each([[[]], [[""]], [[" ", "\n"]]])("%j need no worker", async (blank) => {
		const { compressor, started } = open();
		const result = await compressor.compress(blank, { question: "Who?", targetTokens: 1 });
		expect(result).toMatchObject({ keptTokens: 0, rate: 1, warnings: [{ code: "empty" }] });
		expect(result.contexts.map(({ text }) => text)).toEqual(blank);
		expect(started).toHaveLength(0);
	});

	it("refuse wrong input and options before anything is loaded", async () => {
		const { compressor, started } = open();
		const numbers = ["a", 5] as unknown as string[];
		await expect(compressor.score(numbers)).rejects.toThrow(/contexts\[1\] must be a string; got 5/);
		await expect(compressor.compress(numbers)).rejects.toThrow(/contexts\[1\] must be a string; got 5/);
		const sparse = new Array<string>(1);
		await expect(compressor.score(sparse)).rejects.toThrow(/contexts\[0\] must be a string; got undefined/);
		await expect(compressor.compress(contexts, { minPerContext: 0.5 })).rejects.toThrow(
			/minPerContext .* 0.5/,
		);
		await expect(compressor.compress(contexts, { pin: [[[0, 1]]] })).rejects.toThrow(
			/pin must be an array of 2/,
		);
		const misplaced = { minPerContext: 1 } as object;
		await expect(compressor.compress("one text", misplaced)).rejects.toThrow(
			/minPerContext must be given together with several contexts/,
		);
		await expect(compressor.score(contexts, { rate: 1 } as object)).rejects.toThrow(
			/rate must be given to compress or select/,
		);
		expect(started).toHaveLength(0);
	});

	it("reject with disposed, and stay usable when scored before", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(contexts);
		await answer(started, 2);
		const scored = await scoring;
		const pending = compressor.score(["six seven", "eight"]);
		await turn();
		await compressor.dispose();
		await expect(pending).rejects.toMatchObject({ code: "disposed" });
		expect(scored.select({ targetTokens: 1 }).contexts.map(({ text }) => text)).toEqual(["", "four"]);
	});
});
