// Every recorded case of the Python reference, run on the tokens and probabilities that were recorded with it.
import { describe, expect, it } from "vitest";
import { cutChunks, readChunkEnds } from "./chunks.ts";
import { type CompatOutcome, compressChunks } from "./compress-chunks.ts";
import { putStandIns, readForceTokens } from "./force-tokens.ts";
import { compatOptions, type Golden, type GoldenCase, goldenNames, loadGolden } from "./golden.fixture.ts";
import { loadReferenceCounter } from "./reference-counter.ts";
import { decodeContext, readStructuredContexts } from "./structured-compat.ts";
import { decodeTokens, familyRules } from "./vocabulary-family.ts";

const countTokens = await loadReferenceCounter();

function run(golden: Golden, { contexts: given, options, structured }: GoldenCase): CompatOutcome {
	const { family, tokenize } = golden;
	const rules = familyRules[family];
	const force = readForceTokens(options.force_tokens ?? [], (text) => tokenize(text).length);
	const ends = readChunkEnds(options.chunk_end_tokens ?? [".", "\n"], force);
	const named = compatOptions(options);
	const read = given.map((context) => {
		const text = decodeContext(tokenize(context), family);
		return { text, tokens: structured ? tokenize(text).length : 0 };
	});
	const prompt = structured ? readStructuredContexts(read, named) : { contexts: given, options: named };
	const chunks = prompt.contexts.map((context) => {
		const tokens = tokenize(putStandIns(context, force).text);
		return cutChunks(tokens, ends).map(([start, end]) => {
			return golden.read(decodeTokens(rules, tokens.slice(start, end)));
		});
	});
	return compressChunks({ family, force, contexts: prompt.contexts, chunks, countTokens }, prompt.options);
}

describe.each(goldenNames)("the reference on %s", (name) => {
	const golden = loadGolden(name);
	const answered = golden.cases.filter(({ answer }) => answer);
	const failed = golden.cases.filter(({ answer }) => !answer);

	// README and docs/compatibility.md name these numbers.
	it("has answered all of 187 cases, but for structured prompts with a BERT vocabulary", () => {
		expect(golden.cases).toHaveLength(187);
		expect(answered).toHaveLength(name === "xlm-r" ? 187 : 177);
		for (const { raises, structured } of failed) {
			expect({ raises, structured }).toEqual({ raises: "ZeroDivisionError", structured: true });
		}
	});

	it("fails where nothing is left of a context, which here is empty", () => {
		for (const item of failed) {
			const { list } = run(golden, item);
			expect(list.filter((text) => text !== "").length).toBeLessThan(item.contexts.length);
		}
	});

	it.each(answered.map((item) => [item.name, item] as const))("%s", (_, item) => {
		const outcome = run(golden, item);
		expect({
			compressed_prompt: outcome.text,
			compressed_prompt_list: outcome.list,
			origin_tokens: outcome.originTokens,
			compressed_tokens: outcome.compressedTokens,
		}).toEqual({
			compressed_prompt: item.answer?.compressed_prompt,
			compressed_prompt_list: item.answer?.compressed_prompt_list,
			origin_tokens: item.answer?.origin_tokens,
			compressed_tokens: item.answer?.compressed_tokens,
		});
	});
});
