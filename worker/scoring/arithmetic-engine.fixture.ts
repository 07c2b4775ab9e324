// The real tokenizer with a model that is simple arithmetic, for tests of the worker's path from text to words.
import { readFileSync } from "node:fs";
import type { Engine } from "../model/load-model.ts";
import { createTokenizer } from "../tokenizer/tokenizer.ts";

const tokenizerFile = new URL("../../public/models/embedded/tokenizer.json", import.meta.url);
export const tokenizer = createTokenizer(JSON.parse(readFileSync(tokenizerFile, "utf8")));
export const [bos, eos] = [0, 2];
export const maxTokens = 512;
export const questionTokens = 64;

/** A token's keep probability is the last two digits of its id. */
export const probability = (id: number) => (id % 100) / 100;

/**
 * An engine and every input that its model was given. A token is relevant if the question has it too.
 *
 * @param readsQuestions whether the manifest says so
 */
export function arithmeticEngine(readsQuestions = true) {
	const inputs: Uint32Array[] = [];
	const engine = {
		tokenizer,
		info: { model: "arithmetic" },
		manifest: { bos, eos, maxTokens, ...(readsQuestions && { question: { maxTokens: questionTokens } }) },
		classifier: {
			threads: 1,
			async classify(ids: Uint32Array, withRelevance: boolean) {
				inputs.push(ids);
				const asked = new Set(ids.subarray(1, ids.indexOf(eos)));
				return {
					keepProbability: Float32Array.from(ids, probability),
					relevance: withRelevance ? Float32Array.from(ids, (id) => Number(asked.has(id))) : undefined,
				};
			},
		},
	} as unknown as Engine;
	return { engine, inputs };
}
