// The worker's path from text to words, with the real tokenizer and a model that is simple arithmetic.
import { beforeEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { prose } from "../../src/prose.fixture.ts";
import {
	arithmeticEngine,
	bos,
	eos,
	maxTokens,
	probability,
	tokenizer,
} from "./arithmetic-engine.fixture.ts";
import { scoreText } from "./scoring.ts";
import { WindowCache } from "./window-cache.ts";

let model: ReturnType<typeof arithmeticEngine>;
let cache: WindowCache;
let events: ProgressEvent[];

beforeEach(() => {
	model = arithmeticEngine();
	cache = new WindowCache();
	events = [];
});

const score = (text: string, pause = async () => {}) =>
	scoreText(model.engine, cache, { text }, (event) => events.push(event), pause);

describe("scoreText", () => {
	it("gives the model windows between its special tokens and words the mean of their tokens", async () => {
		const text = "Unbelievably good.";
		const { words, windows, windowsRun } = await score(text);
		expect([windows, windowsRun]).toEqual([1, 1]);
		const [seen] = model.inputs;
		expect([seen?.[0], seen?.at(-1)]).toEqual([bos, eos]);
		const tokens = tokenizer.tokenize(text);
		expect(seen?.slice(1, -1)).toEqual(tokens.id);
		const first = Array.from(tokens.id).filter((_, at) => (tokens.start[at] ?? 0) < "Unbelievably".length);
		const mean = first.reduce((sum, id) => sum + probability(id), 0) / first.length;
		expect(first.length).toBeGreaterThan(1);
		expect(words.keepProbability[0]).toBeCloseTo(mean, 6);
		expect([words.start[0], words.end[0]]).toEqual([0, 12]);
	});

	it.each(["", " \n", "\u200b"])("scores %j", async (text) => {
		expect((await score(text)).words.start.length).toBeLessThanOrEqual(1);
	});

	it("keeps every window within the model's length", async () => {
		await score(prose(5000));
		expect(model.inputs.length).toBeGreaterThan(5);
		expect(Math.max(...model.inputs.map(({ length }) => length))).toBeLessThanOrEqual(maxTokens);
	});

	it("reports windows from 0 to their number", async () => {
		const { windows } = await score(prose(2000));
		expect(events[0]).toEqual({ stage: "score", done: 0, total: windows });
		expect(events.at(-1)).toEqual({ stage: "score", done: windows, total: windows });
	});
});

describe("a text scored before", () => {
	// About 30,000 tokens.
	const text = prose(22_000);

	it("runs no window again", async () => {
		const first = await score(text);
		const second = await score(text);
		expect(second.windowsRun).toBe(0);
		expect(second.words).toEqual(first.words);
	});

	it.each([
		[
			"one word in the middle is another",
			(middle: number) => `${text.slice(0, middle)}Atlantis${text.slice(middle)}`,
		],
		["a sentence is put in front", () => `Please read this first. ${text}`],
		["a paragraph is added", () => `${text}\n\nAnd that was the end of the report.`],
		[
			"a word in the middle is gone",
			(middle: number) => text.slice(0, middle) + text.slice(text.indexOf(" ", middle)),
		],
	])("runs at most 3 windows when %s", async (_name, edit) => {
		const { windows } = await score(text);
		const { windowsRun } = await score(edit(text.indexOf(" ", text.length / 2) + 1));
		expect(windows).toBeGreaterThan(50);
		expect(windowsRun).toBeGreaterThan(0);
		expect(windowsRun).toBeLessThanOrEqual(3);
	});
});

describe("a pause", () => {
	it("comes before every window that runs, and ends the score when it throws", async () => {
		const stop = new Error("cancelled");
		let pauses = 0;
		const cancelled = score(prose(5000), async () => {
			if (model.inputs.length === 2) throw stop;
			pauses++;
		});
		await expect(cancelled).rejects.toBe(stop);
		expect(model.inputs).toHaveLength(2);
		expect(pauses).toBeGreaterThanOrEqual(2);
	});
});
