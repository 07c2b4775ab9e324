// Byte-pair merging of one pre-tokenized piece: what `count` asks for whatever is not one token.
// gpt-tokenizer's own merge is quadratic in the piece, which freezes a page on 100,000 letters
// without a space; this one keeps the candidate pairs in a heap.

import { runSteps, type Steps } from "../steps.ts";
import { NumberHeap } from "./number-heap.ts";
import { decodeUtf8, firstByte, lastByte, scalarAt, utf8 } from "./utf8.ts";

/** A vocabulary as gpt-tokenizer ships it: the index is the rank; bytes where a token is no text. */
export type Vocabulary = readonly (string | readonly number[] | undefined)[];

/** See `findFollowers`. */
type Followers = Map<number, Set<number>>;

/** Tokens of the vocabulary that are read in a step. */
const tokensPerStep = 16_384;

const noRank = -1;
/** More than any vocabulary has tokens, so that two ids make one exact number. */
const idBase = 2 ** 18;
/** More than a piece can have bytes, so that rank and place make one exact number. */
const placeBase = 2 ** 32;
/** Longer parts are rarely met twice. */
const memoLength = 64;
const memoLimit = 500_000;

/** Finds the tokens of a piece, that is of what the encoding's pre-tokenizer never joins to anything else. */
export class BytePairEncoder {
	readonly #textRank = new Map<string, number>();
	readonly #byteRank = new Map<string, number>();
	readonly #tokens: Vocabulary;
	readonly #mergeMemo = new Map<number, number>();
	readonly #apartMemo = new Map<number, boolean>();
	readonly #countMemo = new Map<string, number>();
	#followers: Followers | null = null;
	readonly #singleByte = new Int32Array(256);

	constructor(vocabulary: Vocabulary) {
		this.#tokens = vocabulary;
		vocabulary.forEach((token, rank) => {
			if (typeof token === "string") this.#textRank.set(token, rank);
			else if (token !== undefined) this.#byteRank.set(String.fromCharCode(...token), rank);
		});
		for (let byte = 0; byte < 256; byte++) {
			const key = String.fromCharCode(byte);
			this.#singleByte[byte] = (byte < 128 ? this.#textRank : this.#byteRank).get(key) ?? noRank;
		}
	}

	isToken(piece: string): boolean {
		return this.#textRank.has(piece);
	}

	count(piece: string): number {
		if (this.#textRank.has(piece)) return 1;
		let tokens = 0;
		for (const part of this.#parts(piece)) tokens += this.#countPart(part);
		return tokens;
	}

	/** The ranks of a piece's tokens. */
	encode(piece: string): readonly number[] {
		const rank = this.#textRank.get(piece);
		if (rank !== undefined) return [rank];
		return this.#parts(piece).flatMap((part) => this.#textRank.get(part) ?? this.#merge(utf8(part)));
	}

	/**
	 * Whether any token holds the two characters side by side, in whole or in part. Where none does, no
	 * merge reaches across, so the parts have tokens of their own.
	 */
	canMeet(left: number, right: number): boolean {
		const followers = this.#followers ?? runSteps(this.learnFollowers());
		if (followers.get(left)?.has(right)) return true;
		return followers.get(-lastByte(left))?.has(firstByte(right)) ?? false;
	}

	/** Learns what {@link canMeet} asks for, with pauses: the whole vocabulary is read once. */
	*learnFollowers(): Steps<Followers> {
		this.#followers ??= yield* findFollowers(this.#tokens);
		return this.#followers;
	}

	#parts(piece: string): string[] {
		const parts: string[] = [];
		let start = 0;
		let before = -1;
		for (let at = 0; at < piece.length; ) {
			const code = scalarAt(piece, at);
			if ((before >= 0x80 || code >= 0x80) && before >= 0 && !this.canMeet(before, code)) {
				parts.push(piece.slice(start, at));
				start = at;
			}
			before = code;
			at += code > 0xffff ? 2 : 1;
		}
		parts.push(piece.slice(start));
		return parts;
	}

	#countPart(part: string): number {
		if (this.#textRank.has(part)) return 1;
		if (part.length > memoLength) return this.#merge(utf8(part)).length;
		const known = this.#countMemo.get(part);
		if (known !== undefined) return known;
		const tokens = this.#merge(utf8(part)).length;
		if (this.#countMemo.size >= memoLimit) this.#countMemo.clear();
		this.#countMemo.set(part, tokens);
		return tokens;
	}

	/**
	 * Whether two tokens stay apart where they meet inside a piece. Where all neighbours do, they are the
	 * piece's tokens (github.blog, "So many tokens, so little time", 2024), so parts can be counted apart.
	 */
	stayApart(left: number, right: number): boolean {
		const key = left * idBase + right;
		const known = this.#apartMemo.get(key);
		if (known !== undefined) return known;
		const bytes = bytesOf(this.#tokens[left] ?? "") + bytesOf(this.#tokens[right] ?? "");
		const merged = this.#merge(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
		const apart = merged.length === 2 && merged[0] === left && merged[1] === right;
		if (this.#apartMemo.size >= memoLimit) this.#apartMemo.clear();
		this.#apartMemo.set(key, apart);
		return apart;
	}

	/** Merges the lowest-ranked pair, the leftmost of equals, until none is left. */
	#merge(bytes: Uint8Array): number[] {
		const length = bytes.length;
		const id = new Int32Array(length);
		const next = new Int32Array(length);
		const previous = new Int32Array(length);
		/** Rank of a part joined to the one after it; stale heap entries disagree with it. */
		const pairRank = new Int32Array(length).fill(noRank);
		const heap = new NumberHeap();
		for (let at = 0; at < length; at++) {
			id[at] = this.#singleByte[bytes[at] ?? 0] ?? noRank;
			next[at] = at + 1;
			previous[at] = at - 1;
		}
		const rate = (at: number) => {
			const after = next[at] ?? length;
			const rank = after < length ? this.#merged(id[at] ?? 0, id[after] ?? 0) : noRank;
			pairRank[at] = rank;
			if (rank !== noRank) heap.push(rank * placeBase + at);
		};
		for (let at = 0; at + 1 < length; at++) rate(at);
		while (heap.size > 0) {
			const entry = heap.pop();
			const rank = Math.floor(entry / placeBase);
			const at = entry - rank * placeBase;
			if (pairRank[at] !== rank) continue;
			const gone = next[at] ?? length;
			const after = next[gone] ?? length;
			id[at] = rank;
			pairRank[gone] = noRank;
			next[at] = after;
			if (after < length) previous[after] = at;
			rate(at);
			const before = previous[at] ?? -1;
			if (before >= 0) rate(before);
		}
		const tokens: number[] = [];
		for (let at = 0; at < length; at = next[at] ?? length) tokens.push(id[at] ?? noRank);
		return tokens;
	}

	#merged(left: number, right: number): number {
		const key = left * idBase + right;
		const known = this.#mergeMemo.get(key);
		if (known !== undefined) return known;
		const a = this.#tokens[left] ?? "";
		const b = this.#tokens[right] ?? "";
		const rank =
			typeof a === "string" && typeof b === "string"
				? this.#textRank.get(a + b)
				: this.#rankOfBytes(bytesOf(a) + bytesOf(b));
		if (this.#mergeMemo.size >= memoLimit) this.#mergeMemo.clear();
		this.#mergeMemo.set(key, rank ?? noRank);
		return rank ?? noRank;
	}

	/** `bytes` has one character a byte. Tokens that are text are known by their text only. */
	#rankOfBytes(bytes: string): number | undefined {
		const text = decodeUtf8(bytes);
		return text === null ? this.#byteRank.get(bytes) : this.#textRank.get(text);
	}
}

/**
 * Which code points stand after which inside tokens; with negative keys, which bytes after which in
 * tokens that hold parts of characters.
 */
function* findFollowers(tokens: Vocabulary): Steps<Followers> {
	const followers = new Map<number, Set<number>>();
	const add = (left: number, right: number) => {
		const known = followers.get(left);
		if (known) known.add(right);
		else followers.set(left, new Set([right]));
	};
	for (let rank = 0; rank < tokens.length; rank++) {
		const token = tokens[rank];
		if (rank % tokensPerStep === tokensPerStep - 1) yield;
		if (typeof token === "string") {
			let before = -1;
			for (const char of token.length > 1 ? token : "") {
				const code = char.codePointAt(0) ?? 0;
				if (before >= 0x80 || (before >= 0 && code >= 0x80)) add(before, code);
				before = code;
			}
		} else {
			token?.forEach((byte, at) => {
				if (at > 0) add(-(token[at - 1] ?? 0), byte);
			});
		}
	}
	return followers;
}

function bytesOf(token: string | readonly number[]): string {
	return String.fromCharCode(...(typeof token === "string" ? utf8(token) : token));
}
