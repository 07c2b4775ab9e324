// Scoring with a question: what the model reads, how its two answers become one score, what is remembered.
import { beforeEach, describe, expect, it } from "vitest";
import { prose } from "../../src/prose.fixture.ts";
import {
	arithmeticEngine,
	bos,
	eos,
	maxTokens,
	questionTokens,
	tokenizer,
} from "./arithmetic-engine.fixture.ts";
import { scoreText } from "./scoring.ts";
import { WindowCache } from "./window-cache.ts";

const text = "Jonas writes to the warehouse.\n\nAmara likes tea.";
const question = "Who writes to the warehouse?";

let model: ReturnType<typeof arithmeticEngine>;
let cache: WindowCache;

beforeEach(() => {
	model = arithmeticEngine();
	cache = new WindowCache();
});

const score = (text: string, question?: string) =>
	scoreText(
		model.engine,
		cache,
		{ text, question },
		() => {},
		async () => {},
	);

describe("what the model reads", () => {
	it("is the question, two special tokens, and the window", async () => {
		await score(text, question);
		const asked = tokenizer.tokenize(question).id;
		const read = tokenizer.tokenize(text).id;
		expect(model.inputs.map((input) => [...input])).toEqual([[bos, ...asked, eos, eos, ...read, eos]]);
	});

	it("never exceeds the model's length, whatever the question's", async () => {
		const { windows } = await score(prose(3000), prose(500));
		expect(model.inputs).toHaveLength(windows);
		expect(Math.max(...model.inputs.map(({ length }) => length))).toBeLessThanOrEqual(maxTokens);
	});

	it("is both ends of a long question, which a warning says", async () => {
		const long = `${prose(200)} And who wrote the last report?`;
		const { warnings } = await score(text, long);
		const ids = tokenizer.tokenize(long).id;
		const half = questionTokens / 2;
		expect(model.inputs[0]?.slice(1, 1 + half)).toEqual(ids.slice(0, half));
		expect(model.inputs[0]?.slice(1 + half, 1 + questionTokens)).toEqual(ids.slice(-half));
		expect(warnings).toMatchObject([
			{ code: "question-shortened", message: expect.stringContaining(`${ids.length} tokens`) },
		]);
		expect((await score(text, question)).warnings).toEqual([]);
	});

	it("is no question where nothing is left of it", async () => {
		const plain = await score(text);
		const odd = await score(text, "\u0007");
		expect(odd.words).toEqual(plain.words);
		expect(odd.windowsRun).toBe(0);
	});
});

describe("the score", () => {
	it("ranks words that the question has above all others, within 0 to 1", async () => {
		const { words } = await score(text, question);
		const scoreOf = (word: string) =>
			words.keepProbability[words.start.indexOf(text.indexOf(word))] ?? Number.NaN;
		const others = ["Jonas", "Amara", "likes", "tea"].map(scoreOf);
		for (const word of ["writes", "the", "warehouse"])
			expect(scoreOf(word)).toBeGreaterThan(Math.max(...others));
		expect(words.keepProbability.every((value) => value >= 0 && value <= 1)).toBe(true);
	});

	it("ranks windows without them last, over the whole text", async () => {
		const filler = prose(2000);
		const long = `${filler}\n\n${text}\n\n${filler}`;
		const { words, windows } = await score(long, "tea");
		expect(windows).toBeGreaterThan(5);
		const at = long.indexOf(text);
		const inside = words.keepProbability.filter((_, word) => {
			const start = words.start[word] ?? 0;
			return start >= at && start < at + text.length;
		});
		const last = words.keepProbability.slice(-50);
		expect(Math.max(...inside)).toBeGreaterThan(1 / 3);
		expect(Math.max(...last)).toBeLessThan(0.001);
	});

	it("is the keep probability without a question", async () => {
		const plain = await score(text);
		expect(plain.warnings).toEqual([]);
		expect((await score(text, question)).words.keepProbability).not.toEqual(plain.words.keepProbability);
		expect((await score(text)).words).toEqual(plain.words);
	});
});

describe("the cache", () => {
	it("holds a text for each question beside the text without one", async () => {
		const long = prose(2000);
		const first = [await score(long), await score(long, "Who?"), await score(long, "Where?")];
		expect(first.map(({ windows, windowsRun }) => windowsRun === windows)).toEqual([true, true, true]);
		const again = [await score(long, "Where?"), await score(long), await score(long, "Who?")];
		expect(again.map(({ windowsRun }) => windowsRun)).toEqual([0, 0, 0]);
		expect(again[2]?.words).toEqual(first[1]?.words);
	});
});

it("a model that reads no questions refuses one by name, and still scores without", async () => {
	model = arithmeticEngine(false);
	await expect(score(text, question)).rejects.toMatchObject({
		code: "invalid-option",
		message: `question must be left out: the model "arithmetic" reads none; got "${question}".`,
	});
	expect((await score(text)).windowsRun).toBe(1);
});
