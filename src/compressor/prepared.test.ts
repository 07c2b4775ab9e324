// What happens between the worker's answer and the end of `score`: the first selection is worked out, in slices.
import { expect, it, vi } from "vitest";
import { readWords } from "../core/read-words.ts";
import { prose } from "../prose.fixture.ts";
import type { CompressorOptions } from "./compressor-options.ts";
import { type FakeWorker, fakeWorkers, turn } from "./fake-worker.fixture.ts";
import { createCompressorOver } from "./whole-compressor.ts";

/** Takes many slices to select from, on any machine. */
const long = prose(30_000);

function open(options: CompressorOptions = {}) {
	const { connect, started } = fakeWorkers({});
	return { compressor: createCompressorOver(connect, { device: "wasm", ...options }), started };
}

/** Waits for a request of the worker and answers it. */
async function answer(started: readonly FakeWorker[], at = 0): Promise<void> {
	const asked = await vi.waitUntil(() => started[0]?.scores[at], { timeout: 30_000 });
	const words = readWords(asked.request.text);
	const keepProbability = words.keepProbability.map((_, at) => (at % 97) / 97);
	asked.resolve({ words: { ...words, keepProbability }, windows: 1, windowsRun: 1, warnings: [] });
}

/** Goes on counting turns of the event loop until `work` ends. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
	let isOver = false;
	const end = () => {
		isOver = true;
	};
	work.then(end, end);
	let turns = 0;
	for (; !isOver; turns++) await turn();
	return turns;
}

it.each(["score", "compress"] as const)("%s lets others run while it selects", async (name) => {
	const { compressor, started } = open();
	const work = compressor[name](long);
	await answer(started);
	expect(await turnsDuring(work)).toBeGreaterThan(1);
	await work;
});

/** A compressor that has scored the text and has to select anew from it. */
async function scoredOnce() {
	const opened = open();
	const work = opened.compressor.score(long);
	await answer(opened.started);
	await work;
	return opened;
}

const other = { protect: { number: true } };

it("an abort is heard meanwhile, and the scores stay", async () => {
	const { compressor, started } = await scoredOnce();
	for (const name of ["score", "compress"] as const) {
		const controller = new AbortController();
		const work = compressor[name](long, { ...other, signal: controller.signal });
		controller.abort();
		await expect(work).rejects.toMatchObject({ code: "aborted", name: "AbortError" });
	}
	const { keptTokens, sourceTokens } = await compressor.compress(long, { rate: 0.2 });
	expect(keptTokens).toBeLessThanOrEqual(0.2 * sourceTokens);
	expect(started[0]?.scores).toHaveLength(1);
});

it("dispose is heard meanwhile", async () => {
	const { compressor } = await scoredOnce();
	const work = compressor.score(long, other);
	const refused = expect(work).rejects.toMatchObject({ code: "disposed" });
	await compressor.dispose();
	await refused;
});

it("leaves a caller's own counter to the selections", async () => {
	const countTokens = vi.fn(() => Number.NaN);
	const { compressor, started } = open({ countTokens });
	const work = compressor.score("one two three");
	await answer(started);
	const scored = await work;
	expect(countTokens).not.toHaveBeenCalled();
	expect(() => scored.select()).toThrow(/countTokens must return/);
});

it("a short text does not overtake a long one", async () => {
	const { compressor, started } = open();
	const ended: number[] = [];
	const works = [long, "A short text of a few words."].map(async (text, at) => {
		await compressor.compress(text);
		ended.push(at);
	});
	await answer(started);
	await answer(started, 1);
	await Promise.all(works);
	expect(ended).toEqual([0, 1]);
});
