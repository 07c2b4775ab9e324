// LLM tokens of a text: what budgets and savings are counted in. The vocabulary loads on demand.
import { BytePairEncoder, type Vocabulary } from "./byte-pair.ts";
import { CompressorError } from "./error.ts";

/** Encodings that ship with the library: of GPT-4o and later, and of GPT-4 and 3.5. */
export type EncodingName = "o200k_base" | "cl100k_base";

export interface TokenCounter {
	/** LLM tokens of a text; never throws on a counter of {@link loadCounter}. */
	count(text: string): number;
	/** Whether counts of parts add up where `safe-cut.ts` says that a cut is safe. */
	readonly additive: boolean;
}

/** Strings longer than this are rarely met twice and would fill the memo. */
const memoLength = 256;
const memoLimit = 200_000;

/**
 * Loads an encoding (about 1 MB compressed, once; rejects if the file can't be loaded).
 * Text that looks like a special token (`<|endoftext|>`) is counted as the plain text it is.
 *
 * @example
 * const counter = await loadCounter("o200k_base");
 * counter.count("Hello world"); // 2
 */
export async function loadCounter(name: EncodingName): Promise<TokenCounter> {
	const [{ default: vocabulary }, patterns] = await Promise.all([
		name === "o200k_base"
			? import("gpt-tokenizer/bpeRanks/o200k_base")
			: import("gpt-tokenizer/bpeRanks/cl100k_base"),
		import("gpt-tokenizer/encodingParams/constants"),
	]);
	const pattern =
		name === "o200k_base" ? patterns.O200K_TOKEN_SPLIT_REGEX : patterns.CL100K_TOKEN_SPLIT_REGEX;
	return encodingCounter(vocabulary, pattern);
}

function encodingCounter(vocabulary: Vocabulary, pattern: RegExp): TokenCounter {
	const encoder = new BytePairEncoder(vocabulary);
	const pieces = new RegExp(pattern.source, "gu");
	const countPiece = memoized((piece) => encoder.count(piece));
	const countText = (text: string) => {
		let tokens = 0;
		pieces.lastIndex = 0;
		for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
			tokens += encoder.isToken(match[0]) ? 1 : countPiece(match[0]);
		}
		return tokens;
	};
	return { count: memoized(countText), additive: true };
}

/**
 * A caller's own counting function as a counter.
 *
 * @throws CompressorError `invalid-option` from `count`, if the function returns anything but an integer ≥ 0.
 */
export function customCounter(countTokens: (text: string) => number): TokenCounter {
	const checked = (text: string) => {
		const tokens: unknown = countTokens(text);
		if (typeof tokens === "number" && Number.isInteger(tokens) && tokens >= 0) return tokens;
		const seen = typeof tokens === "string" ? JSON.stringify(tokens) : String(tokens);
		throw new CompressorError(
			"invalid-option",
			`countTokens must return an integer ≥ 0, but returned ${seen} for a text of ${text.length} characters.`,
		);
	};
	return { count: memoized(checked), additive: false };
}

function memoized(count: (text: string) => number): (text: string) => number {
	const memo = new Map<string, number>();
	return (text) => {
		if (text.length > memoLength) return count(text);
		const known = memo.get(text);
		if (known !== undefined) return known;
		const tokens = count(text);
		if (memo.size >= memoLimit) memo.clear();
		memo.set(text, tokens);
		return tokens;
	};
}
