// A question to the real worker and the embedded model: how it crosses, and what the model makes of it.
import { afterAll, describe, expect, it } from "vitest";
import { createCompressor } from "../compressor.ts";
import type { ScoredText } from "../index.ts";
import { prose } from "../prose.fixture.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const answer = "Jonas Lindqvist writes to the warehouse team before noon.";
const text = [
	"Good morning everyone, I think we can get started.",
	"The new date of the checkout is Tuesday, 31 March, because the stock reservation is not finished.",
	answer,
	"The catering for the summer party costs 4,200 euros, and the terrace has been booked.",
	"The office plants are watered on Mondays by the cleaning service.",
].join(" ");
const question = "Who writes to the warehouse team?";

/** Where in the order of all words, from the highest score, a slice's best word stands; 0 is first. */
function bestRank({ text, words }: ScoredText, slice: string): number {
	const from = text.indexOf(slice);
	const inside = words.filter(({ start, end }) => start >= from && end <= from + slice.length);
	const best = Math.max(...inside.map(({ keepProbability }) => keepProbability));
	return words.filter(({ keepProbability }) => keepProbability > best).length;
}

describe("a question", () => {
	it("is read by the embedded model", async () => {
		expect((await compressor.load()).questionTokens).toBeGreaterThanOrEqual(32);
	});

	it("changes the scores, within 0 to 1, and leaves the text's own scores alone", async () => {
		const plain = await compressor.score(text);
		const asked = await compressor.score(text, { question });
		expect(asked.question).toBe(question);
		expect(asked.words).toHaveLength(plain.words.length);
		const scores = asked.words.map(({ keepProbability }) => keepProbability);
		expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...scores)).toBeLessThanOrEqual(1);
		expect(scores).not.toEqual(plain.words.map(({ keepProbability }) => keepProbability));
		expect((await compressor.score(text)).words).toEqual(plain.words);
		expect((await compressor.score(text, { question: "  " })).words).toEqual(plain.words);
	});

	it("of two in flight each has its own answer, the same as alone", async () => {
		const other = "What does the party cost?";
		const [first, second] = await Promise.all([
			compressor.compress(text, { question, rate: 0.3 }),
			compressor.compress(text, { question: other, rate: 0.3 }),
		]);
		const alone = createCompressor({ assetsUrl: "/", device: "wasm" });
		expect(await alone.compress(text, { question: other, rate: 0.3 })).toEqual(second);
		expect(await alone.compress(text, { question, rate: 0.3 })).toEqual(first);
		await alone.dispose();
	});

	it("that is long is read in part, with a warning", async () => {
		const long = `${prose(200)} ${question}`;
		const { warnings } = await compressor.compress(text, { question: long, rate: 0.5 });
		expect(warnings).toMatchObject([
			{ code: "question-shortened", message: expect.stringMatching(/\d+ tokens the model read \d+/) },
		]);
	});

	it("to a long text can be taken back", async () => {
		const controller = new AbortController();
		const scoring = compressor.score(prose(3000), { question, signal: controller.signal });
		controller.abort();
		await expect(scoring).rejects.toMatchObject({ code: "aborted" });
		expect((await compressor.compress(text, { question })).text).not.toBe("");
	});
});

describe("what the question needs", () => {
	it("ranks first: the answer survives where little else does", async () => {
		const asked = await compressor.score(text, { question });
		expect(bestRank(asked, answer)).toBe(0);
		const kept = asked.select({ rate: 0.25 }).text;
		expect(kept).toContain("Jonas Lindqvist");
		expect(kept).not.toContain("plants");
	});

	it("follows the question", async () => {
		const asked = await compressor.score(text, { question: "What does the party cost?" });
		const kept = asked.select({ rate: 0.25 }).text;
		expect(kept).toContain("4,200 euros");
		expect(kept).not.toContain("warehouse");
	});

	it("is found in a long text, whose passages that do not answer rank last", async () => {
		const filler = prose(800);
		const asked = await compressor.score(`${filler}\n\n${text}\n\n${filler}`, { question });
		expect(bestRank(asked, answer)).toBeLessThan(answer.split(" ").length);
		expect(bestRank(asked, filler.slice(0, 2000))).toBeGreaterThan(bestRank(asked, "to the warehouse team"));
		expect(asked.select({ rate: 0.05 }).text).toContain("Jonas Lindqvist");
	});
});
