// 2,000 random texts, each an edit of another or new, through the real worker and the embedded model: no promise breaks.
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { createCompressor } from "../compressor.ts";
import { anyText } from "../core/any-text.fixture.ts";
import { loadCounter } from "../core/count/count.ts";
import { readWords } from "../core/read-words.ts";
import { breaches } from "../core/select/breaches.fixture.ts";
import { choicesArbitrary } from "../core/select/scored.fixture.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const names = ["meeting.ja.md", "support-agent.xml", "service.log", "search-results.json", "incident.md"];
const inputs = await Promise.all(names.map(async (name) => (await fetch(`/e2e/inputs/${name}?raw`)).text()));
const counter = await loadCounter("o200k_base");

const amountArbitrary = fc.oneof(
	fc.double({ min: 0.01, max: 1, noNaN: true }).map((rate) => ({ rate })),
	fc.integer({ min: 1, max: 60 }).map((targetTokens) => ({ targetTokens })),
	fc.double({ min: 0, max: 1, noNaN: true }).map((threshold) => ({ threshold })),
);
const caseArbitrary = anyText(inputs, 90).chain((text) =>
	fc.record({
		text: fc.constant(text),
		question: fc.option(fc.constantFrom("Who pays?", "いつですか", "\u0000"), { freq: 8, nil: undefined }),
		choices: choicesArbitrary(text),
		amount: amountArbitrary,
	}),
);

it("keeps every promise", { timeout: 300_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(caseArbitrary, async ({ text, question, choices, amount }) => {
			const scored = await compressor.score(text, { question });
			const options = { ...choices, ...amount };
			const strictest = "rate" in amount ? { rate: 1e-9 } : { targetTokens: 1 };
			const least = scored.select({ ...choices, ...strictest });
			const words = readWords(text);
			words.keepProbability.set(scored.words.map(({ keepProbability }) => keepProbability));
			const probabilities = [...words.keepProbability];
			expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true);
			expect(breaches({ text, words }, options, scored.select(options), { counter, least })).toEqual([]);
			expect(scored.select({ rate: 1 }).text).toBe(text);
		}),
		{ numRuns: 2000 },
	);
});
