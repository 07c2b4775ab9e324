// The library without a model: real words, selection and counting; a word's keep probability is a hash of the word.
import type { Connection } from "../bridge/connect.ts";
import type { ScoreRequest } from "../bridge/worker-interface.ts";
import { modelInfo } from "../compressor/fake-worker.fixture.ts";
import { createCompressorOver } from "../compressor/whole-compressor.ts";
import type { Compressor } from "../compressor.ts";
import { CompressorError } from "../core/error.ts";
import { readWords } from "../core/read-words.ts";

/** @param scoring is awaited before each answer */
export function coreCompressor(scoring = async (_: ScoreRequest) => {}): Compressor {
	const connect = (): Connection => {
		let closedFor: CompressorError | undefined;
		return {
			load: async (request) => modelInfo(request, { questionTokens: 64 }),
			measure: async () => ({ windowMs: 1, answers: { windows: [] } }),
			score: async (request) => {
				await scoring(request);
				if (closedFor) throw closedFor;
				const { text } = request;
				const words = readWords(text);
				const keepProbability = Float32Array.from(words.start, (start, at) =>
					hash(text.slice(start, words.end[at])),
				);
				return { words: { ...words, keepProbability }, windows: 1, windowsRun: 1, warnings: [] };
			},
			cancel: () => {},
			close: (reason) => {
				closedFor ??= reason;
			},
		};
	};
	return createCompressorOver(connect, {});
}

/** A compressor whose every text fails. */
export function failingCompressor(
	error: unknown = new CompressorError("worker-crashed", "The worker failed."),
) {
	return { compress: () => Promise.reject(error) };
}

function hash(word: string): number {
	let value = 7;
	for (let at = 0; at < word.length; at++) value = (value * 31 + word.charCodeAt(at)) % 997;
	return value / 997;
}

/** A paragraph of different words, well above the 50 LLM tokens from which texts are compressed. */
export function paragraph(name: string): string {
	const sentence = (at: number) =>
		`The ${name} number ${at} was moved to another shelf because nobody had asked for it since the last inventory, and it should NOT be thrown away.`;
	return [1, 2, 3, 4].map(sentence).join(" ");
}
