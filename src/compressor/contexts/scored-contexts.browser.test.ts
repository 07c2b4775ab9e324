// Several contexts and a question to the real worker and the embedded model: what answers stays, the rest goes first.
import { afterAll, describe, expect, it } from "vitest";
import { createCompressor } from "../../compressor.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const answering =
	"The handover is described in the notes of the last meeting. Jonas Lindqvist writes to the warehouse team " +
	"before noon, so that the new labels are printed in time for the evening delivery.";
const contexts = [
	"The catering for the summer party costs 4,200 euros. The terrace has been booked since March, and the band " +
		"brings its own loudspeakers, which nobody has heard so far.",
	"The office plants are watered on Mondays by the cleaning service, except for the cactus on the third floor, " +
		"which Petra looks after herself because she does not trust anybody with it.",
	answering,
	"Normans gave their name to Normandy, a region in France. They were descended from Norse raiders who swore " +
		"fealty to King Charles the Third of West Francia in the tenth century.",
];
const at = contexts.indexOf(answering);

describe("several contexts with a question", () => {
	it("keep more of the context that answers; the others fall away whole first", async () => {
		const scored = await compressor.score(contexts, { question: "Who writes to the warehouse team?" });
		const relevance = scored.contexts.map((context) => context.relevance ?? Number.NaN);
		expect(Math.max(...relevance.filter((_, other) => other !== at)) * 4).toBeLessThan(relevance[at] ?? 0);

		const low = scored.select({ rate: 0.12 }).contexts;
		expect(low[at]?.text).toContain("Jonas Lindqvist");
		expect(low.map(({ text }) => text !== "")).toEqual(contexts.map((_, own) => own === at));

		const half = scored.select({ rate: 0.5 }).contexts;
		for (const [own, { rate }] of half.entries()) {
			if (own !== at) expect(rate).toBeLessThan(half[at]?.rate ?? 0);
		}
	});

	it("follow the question, and keep some of each where that is asked for", async () => {
		const options = { question: "What does the party cost?", targetTokens: 40 };
		const asked = await compressor.compress(contexts, options);
		expect(asked.contexts[0]?.text).toContain("4,200 euros");
		expect(asked.keptTokens).toBeLessThanOrEqual(40);
		const each = await compressor.compress(contexts, { ...options, minPerContext: 5 });
		expect(Math.min(...each.contexts.map(({ keptTokens }) => keptTokens))).toBeGreaterThanOrEqual(5);
		expect(each.keptTokens).toBeLessThanOrEqual(40);
	});
});
