// A compressor without a model for the element's tests: it keeps every other word, more of them at a higher rate.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import type { ScoreOptions } from "../compressor/compressor-options.ts";
import { createScoredText, createSource, type ScoredText } from "../compressor/scored-text.ts";
import { customCounter } from "../core/count/count.ts";
import { readWords } from "../core/read-words.ts";
import type { ElementCompressor } from "./lease.ts";

export const info: ModelInfo = {
	model: "fake",
	device: "wasm",
	dtype: "int8",
	threads: 1,
	bytes: 1,
	loadMs: 1,
};

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** Scored by the real selection over made-up probabilities; LLM tokens are words between white space. */
export function scoredText(text: string, question?: string): ScoredText {
	const words = readWords(text);
	words.keepProbability.forEach((_, at) => {
		words.keepProbability[at] = at % 2 === 0 ? 0.9 : 0.1;
	});
	const scores = { words, warnings: [], model: "fake", device: "wasm" } as const;
	return createScoredText(createSource({ text, question }, scores, customCounter(countWords)));
}

export interface FakeCompressor extends ElementCompressor {
	readonly calls: { readonly text: string; readonly options: ScoreOptions }[];
	loads: number;
	/** The next call rejects with this. */
	failure: unknown;
	/** While set, scoring waits for it. */
	gate: Promise<void> | null;
}

export function fakeCompressor(): FakeCompressor {
	return {
		calls: [],
		loads: 0,
		failure: null,
		gate: null,
		async load() {
			this.loads++;
			return info;
		},
		async score(text, options = {}) {
			this.calls.push({ text, options });
			await this.gate;
			const { failure } = this;
			this.failure = null;
			if (failure !== null) throw failure;
			return scoredText(text, options.question);
		},
	};
}
