// A compressor without a model, for tests of what surrounds the texts: a word is an LLM token, and those that
// stay are spread evenly over the text. It knows nothing of JSON, and breaks it.
import { abortError } from "../compressor/abort.ts";
import type { CompressOptions } from "../compressor/compressor-options.ts";
import type { CompressResult } from "../core/result.ts";
import type { TextCompressor } from "./shrink-text.ts";

/** One call to `compress`. */
interface Call {
	readonly text: string;
	readonly options: CompressOptions;
}

export interface ThinningCompressor extends TextCompressor {
	readonly calls: Call[];
}

/** @param thin what a text becomes; default: {@link thinWords} */
export function thinningCompressor(thin = thinWords): ThinningCompressor {
	const calls: Call[] = [];
	return {
		calls,
		async compress(text, options = {}) {
			calls.push({ text, options });
			if (options.signal?.aborted) throw abortError(options.signal);
			return resultOf(text, thin(text, options));
		},
	};
}

/** Some words of `text`, joined by spaces: `targetTokens` of them, or the share `rate`, default 0.5. */
export function thinWords(text: string, { rate = 0.5, targetTokens }: CompressOptions): string {
	const words = wordsOf(text);
	const share = targetTokens === undefined ? rate : Math.min(1, targetTokens / words.length);
	return words.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share)).join(" ");
}

function resultOf(source: string, text: string): CompressResult {
	const [sourceTokens, keptTokens] = [wordsOf(source).length, wordsOf(text).length];
	return {
		text,
		spans: [],
		sourceTokens,
		keptTokens,
		rate: keptTokens / sourceTokens,
		ratio: sourceTokens / keptTokens,
		warnings: [],
		model: "thinning",
		device: "wasm",
	};
}

function wordsOf(text: string): string[] {
	return text.split(/\s+/).filter(Boolean);
}

/** `count` different words that begin with `name`. */
export function words(name: string, count = 60): string {
	return Array.from({ length: count }, (_, at) => `${name}${at}`).join(" ");
}
