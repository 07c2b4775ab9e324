// LLM tokens of a text: what budgets and savings are counted in. The vocabulary loads on demand.

import { CompressorError } from "../error.ts";
import { show } from "../invalid-option.ts";
import { inOneStep, runSteps, type Steps } from "../steps.ts";
import { BytePairEncoder, type Vocabulary } from "./byte-pair.ts";

/** Encodings that ship with the library: of GPT-4o and later, and of GPT-4 and 3.5. */
export type EncodingName = "o200k_base" | "cl100k_base";

export interface TokenCounter {
	/** LLM tokens of a text; never throws on a counter of {@link loadCounter}. */
	count(text: string): number;
	/** The same with pauses: a long text takes a while. A caller's own function has none. */
	countInSteps(text: string): Steps<number>;
	/** Whether counts of parts add up where `safe-cut.ts` says that a cut is safe. */
	readonly additive: boolean;
	/**
	 * Whether the counts of two neighbouring parts of a run of letters add up, whatever stands around them;
	 * for scripts without spaces, whose runs have no other place to cut. Never true by luck.
	 */
	addUp?(left: string, right: string): boolean;
}

/** o200k_base ends a piece at a capital behind a small letter, wherever in the run that is: no cut before one. */
const capital = /[\p{Lu}\p{Lt}]/u;

/** What only {@link BytePairEncoder.canMeet} can cut. */
const beyondAscii = /[\u0080-\uffff]/;

/** Pieces of a text that make a step. */
const piecesPerStep = 512;

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
	return encodingCounter(vocabulary, pattern, name);
}

function encodingCounter(vocabulary: Vocabulary, pattern: RegExp, name: EncodingName): TokenCounter {
	const encoder = new BytePairEncoder(vocabulary);
	const pieces = new RegExp(pattern.source, "gu");
	const countPiece = memoized((piece) => encoder.count(piece));
	// Only o200k_base takes combining marks for letters.
	const runEnd = remembered(name === "o200k_base" ? /[\p{Lo}\p{Lm}\p{M}]/u : /[\p{Lo}\p{Lm}]/u);
	const runStart = remembered(/[\p{Lo}\p{Lm}]/u);
	const firstToken = memoized((part) => encoder.encode(part.match(pieces)?.[0] ?? "")[0] ?? 0);
	const lastToken = memoized((part) => encoder.encode(part.match(pieces)?.at(-1) ?? "").at(-1) ?? 0);
	const countInSteps = function* (text: string): Steps<number> {
		// Nearly every text of some length has a piece that this is asked for.
		if (text.length > memoLength && beyondAscii.test(text)) yield* encoder.learnFollowers();
		let tokens = 0;
		let start = 0;
		for (let step = 0; ; step++) {
			if (step > 0) yield;
			// Every character belongs to a piece, so each match begins where the last one ended.
			pieces.lastIndex = start;
			for (let left = piecesPerStep; left > 0; left--) {
				if (!pieces.test(text)) return tokens;
				const piece = text.slice(start, pieces.lastIndex);
				tokens += encoder.isToken(piece) ? 1 : countPiece(piece);
				start = pieces.lastIndex;
			}
		}
	};
	return {
		count: memoized((text) => runSteps(countInSteps(text))),
		countInSteps,
		additive: true,
		addUp: (left, right) => {
			const before = codeBefore(left);
			const after = right.codePointAt(0) ?? 0;
			if (!runEnd(before) || !runStart(after) || capital.test(right)) return false;
			if (!encoder.canMeet(before, after)) return true;
			return encoder.stayApart(lastToken(left), firstToken(right));
		},
	};
}

function codeBefore(text: string): number {
	const last = text.charCodeAt(text.length - 1);
	const pair = text.codePointAt(text.length - 2) ?? last;
	return (last & 0xfc00) === 0xdc00 && pair > 0xffff ? pair : last;
}

/** Whether a character is of a class; asked once of each in the basic plane. */
function remembered(pattern: RegExp): (code: number) => boolean {
	const known = new Uint8Array(0x10000);
	return (code) => {
		if (code > 0xffff) return pattern.test(String.fromCodePoint(code));
		if (!known[code]) known[code] = pattern.test(String.fromCodePoint(code)) ? 1 : 2;
		return known[code] === 1;
	};
}

/**
 * A caller's own counting function as a counter.
 *
 * @throws CompressorError `invalid-option` from `count`, if the function throws or returns anything but an integer ≥ 0.
 */
export function customCounter(countTokens: (text: string) => number): TokenCounter {
	const checked = (text: string) => {
		const tokens = callFor(countTokens, text);
		if (typeof tokens === "number" && Number.isInteger(tokens) && tokens >= 0) return tokens;
		throw new CompressorError(
			"invalid-option",
			`countTokens must return an integer ≥ 0, but returned ${show(tokens)} for a text of ${text.length} characters.`,
		);
	};
	const count = memoized(checked);
	return {
		count,
		countInSteps: (text) => inOneStep(() => count(text)),
		additive: false,
	};
}

function callFor(countTokens: (text: string) => number, text: string): unknown {
	try {
		return countTokens(text);
	} catch (cause) {
		const message = `countTokens must return an integer ≥ 0, but threw ${String(cause)} for a text of ${text.length} characters.`;
		throw new CompressorError("invalid-option", message, { cause });
	}
}

function memoized<Result>(find: (text: string) => Result): (text: string) => Result {
	const memo = new Map<string, Result>();
	return (text) => {
		if (text.length > memoLength) return find(text);
		const known = memo.get(text);
		if (known !== undefined) return known;
		const found = find(text);
		if (memo.size >= memoLimit) memo.clear();
		memo.set(text, found);
		return found;
	};
}
