// The worker's part of compat with the recorded model: its own tokenizer and chunks, the reference's probabilities,
// and from there the reference's text. Every recorded case of every family.
import { describe, expect, it } from "vitest";
import { keptSpans } from "../../src/core/compat/compat-spans.ts";
import { compressChunks } from "../../src/core/compat/compress-chunks.ts";
import { namedForceTokens } from "../../src/core/compat/force-tokens.ts";
import {
	compatOptions,
	type Golden,
	type GoldenCase,
	goldenNames,
	loadGolden,
} from "../../src/core/compat/golden.fixture.ts";
import { loadReferenceCounter } from "../../src/core/compat/reference-counter.ts";
import type { Engine } from "../model/load-model.ts";
import { createTokenizer } from "../tokenizer/tokenizer.ts";
import { scoreCompat } from "./compat-scoring.ts";
import { WindowCache } from "./window-cache.ts";

const countTokens = await loadReferenceCounter();

/** Answers what was recorded of a chunk, which is known by its ids; a stand-in has the unknown token's. */
function recordedEngine(golden: Golden): Engine {
	const tokenizer = createTokenizer(golden.tokenizer);
	const { unknown } = tokenizer.speller([]);
	const known = new Map<string, Float32Array>();
	for (const { tokens, probabilities } of golden.chunks) known.set(tokens.map(idOf).join(" "), probabilities);
	const classify = async (ids: Uint32Array) => ({
		keepProbability: known.get(ids.join(" ")) ?? new Float32Array(ids.length),
	});
	return {
		tokenizer,
		classifier: { threads: 1, classify },
		manifest: { maxTokens: 512 },
	} as unknown as Engine;

	function idOf(token: string): number {
		return golden.idOf(token) ?? unknown.id;
	}
}

const goldens = goldenNames.map((name) => {
	const golden = loadGolden(name);
	return { name, golden, engine: recordedEngine(golden) };
});

async function run(engine: Engine, { contexts, options, structured }: GoldenCase) {
	const named = compatOptions(options);
	const force = options.force_tokens ?? [];
	const request = {
		contexts,
		force,
		chunkEnds: options.chunk_end_tokens ?? [".", "\n"],
		...(structured && { structured: named }),
	};
	const { compat } = await scoreCompat(
		engine,
		new WindowCache(),
		request,
		() => {},
		async () => {},
	);
	if (!compat) throw new Error("no compat");
	const source = { ...compat, force: namedForceTokens(force, compat.standIns), countTokens };
	return compressChunks(source, { ...named, ...compat.options });
}

describe.each(goldens)("compat in the worker, $name", ({ golden: { cases }, engine }) => {
	const answered = cases.filter(({ answer }) => answer);

	it.each(answered.map((item) => [item.name, item] as const))("%s", async (_, item) => {
		expect((await run(engine, item)).list).toEqual(item.answer?.compressed_prompt_list);
	});

	it("knows where in the source every kept word comes from", async () => {
		const item = cases.find(({ name }) => name === "agreement, forced digits and marks");
		const source = item?.contexts[0] ?? "";
		const { words } = await run(engine, item ?? cases[0] ?? fail());
		for (const { chunk, word } of words?.[0] ?? []) {
			const [span] = keptSpans(source, [{ chunk, word, isKept: true }]);
			const spelt = source.slice(...(span ?? [0, 0]));
			expect([spelt, spelt.toLowerCase()]).toContain(word.spelling.replaceAll("▁", ""));
		}
		expect(words?.[0]?.length).toBeGreaterThan(40);
	});
});

function fail(): never {
	throw new Error("no such case");
}
