// Compat through the real worker and the embedded model: tokenized, chunked and scored there, selected here.
import { afterAll, describe, expect, it } from "vitest";
import { createCompressor } from "../../compressor.ts";
import { compressStructured } from "./compress-structured.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());

const compat = "llmlingua-2";
const sentence =
	"The tenant shall not sublet the flat, and pays 1,250 euros of rent on the 3rd of each month.\n";
const text = `${sentence}Well, you know, it is more or less what we had said before, I think.`;

describe("compat", () => {
	it("keeps about the rate's share, as the model's tokens spell it", async () => {
		const low = await compressor.compress(text, { compat, rate: 0.3 });
		const high = await compressor.compress(text, { compat, rate: 0.7 });
		expect(low.keptTokens).toBeGreaterThan(0);
		expect(low.keptTokens).toBeLessThan(high.keptTokens);
		expect(high.rate).toBeLessThan(0.9);
		expect(high.text).not.toContain("\n");
		for (const [start, end] of high.spans) expect(high.text).toContain(text.slice(start, end).split(/\s/)[0]);
	});

	it("keeps digits and force tokens", async () => {
		const result = await compressor.compress(text, {
			compat,
			rate: 0.2,
			keepDigits: true,
			force: ["Well"],
		});
		expect(result.text).toContain("1,250");
		expect(result.text).toContain("Well");
	});

	it("decodes the whole text where all is kept", async () => {
		const { text: whole } = await compressor.compress(text, { compat, rate: 1 });
		expect(whole).toBe(text.replace("\n", " "));
	});

	it("reads a text longer than a chunk, the same each time", async () => {
		const long = text.repeat(30);
		const first = await compressor.compress(long, { compat, targetTokens: 400, force: [".", "?"] });
		expect(first.keptTokens).toBeGreaterThan(200);
		expect(first.keptTokens).toBeLessThan(600);
		expect(await compressor.compress(long, { compat, targetTokens: 400, force: [".", "?"] })).toEqual(first);
	});

	it("leaves contexts out as the reference does", async () => {
		const contexts = [sentence, "Well, you know, more or less.", sentence];
		const { contexts: results } = await compressor.compress(contexts, {
			compat,
			contextFilter: { contexts: 1 },
		});
		expect(results.filter((result) => result.text === "").length).toBeGreaterThan(0);
		const all = await compressor.compress(contexts, { compat, contextFilter: false });
		expect(all.contexts.every((result) => result.text !== "")).toBe(true);
	});

	it("leaves no context out for an empty one beside it", async () => {
		const { contexts: results } = await compressor.compress(["", text, " \n"], { compat });
		expect(results.map((result) => result.text !== "")).toEqual([false, true, false]);
		const tags = [`<llmlingua>${text}</llmlingua>`, "<llmlingua>a < b, so it is lost</llmlingua>"];
		const structured = await compressor.compress(tags, { compat, structured: true });
		expect(structured.contexts.map((result) => result.text !== "")).toEqual([true, false]);
	});

	it.each(["threshold", "pin", "drop", "protect", "question"])("refuses %s by name", async (name) => {
		const options = { compat, [name]: 0.5 } as { compat: typeof compat };
		await expect(compressor.compress(text, options)).rejects.toMatchObject({
			code: "invalid-option",
			message: expect.stringContaining(name),
		});
	});
});

describe("a structured prompt", () => {
	const prompt = `<llmlingua, compress=False>Ada:</llmlingua><llmlingua, rate=0.4> ${sentence}</llmlingua>`;

	it("is compressed part by part", async () => {
		const { text: compressed, parts } = await compressStructured(compressor, prompt);
		expect(compressed).toMatch(/^Ada: .+\n$/s);
		expect(parts[1]?.result?.rate).toBeLessThanOrEqual(0.4);
	});

	it("has a text for every context in compat", async () => {
		const contexts = [
			"<llmlingua>The first context speaks of money, of rent and of the 3rd of each month.</llmlingua>",
			"<llmlingua, rate=0.2>The second one is about time, which nobody has enough of.</llmlingua>",
			"The third has no tags; it says that the tenant shall not sublet the flat.",
			"<llmlingua, compress=False>The fourth must stay as it is, says the tag.</llmlingua>",
		];
		const options = { compat, structured: true, contextFilter: false, rate: 0.5 } as const;
		const { contexts: results } = await compressor.compress(contexts, options);
		expect(results.map(({ keptTokens }) => keptTokens > 0)).toEqual([true, true, true, true]);
		for (const [at, word] of ["money", "time", "tenant", "fourth"].entries()) {
			const others = results.filter((_, other) => other !== at);
			expect(others.some(({ text }) => text.includes(word))).toBe(false);
		}
		// What the filter leaves out is empty, and nothing moves to another context's place.
		const filtered = await compressor.compress(contexts, { ...options, contextFilter: { contexts: 2 } });
		expect(filtered.contexts.map(({ text }) => text !== "")).toContain(false);
		expect(filtered.contexts.map(({ text }) => text !== "")).toContain(true);
		expect(filtered.contexts[0]?.text).not.toMatch(/time|tenant|fourth/);
		expect(filtered.contexts[3]?.text).not.toMatch(/money|time|tenant/);
	});

	it("loses its tags in compat too", async () => {
		const result = await compressor.compress(prompt, { compat, structured: true, rate: 0.4 });
		expect(result.text).not.toContain("llmlingua");
		expect(result.text.length).toBeGreaterThan(10);
	});
});
