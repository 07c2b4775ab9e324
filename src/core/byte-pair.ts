// Byte-pair merging of one pre-tokenized piece: what `count` asks for whatever is not one token.
// gpt-tokenizer's own merge is quadratic in the piece, which freezes a page on 100,000 letters
// without a space; this one keeps the candidate pairs in a heap.

/** A vocabulary as gpt-tokenizer ships it: the index is the rank; bytes where a token is no text. */
export type Vocabulary = readonly (string | readonly number[] | undefined)[];

const noRank = -1;
/** More than any vocabulary has tokens, so that two ids make one exact number. */
const idBase = 2 ** 18;
/** More than a piece can have bytes, so that rank and place make one exact number. */
const placeBase = 2 ** 32;
const mergeMemoLimit = 500_000;

/** Counts the tokens of a piece, that is of what the encoding's pre-tokenizer never joins to anything else. */
export class BytePairEncoder {
	readonly #textRank = new Map<string, number>();
	readonly #byteRank = new Map<string, number>();
	readonly #text: Vocabulary;
	readonly #mergeMemo = new Map<number, number>();
	readonly #singleByte = new Int32Array(256);

	constructor(vocabulary: Vocabulary) {
		this.#text = vocabulary;
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

	/** Merges the lowest-ranked pair, the leftmost of equals, until none is left. */
	count(piece: string): number {
		if (this.#textRank.has(piece)) return 1;
		const bytes = utf8(piece);
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
		let parts = length;
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
			parts--;
			rate(at);
			const before = previous[at] ?? -1;
			if (before >= 0) rate(before);
		}
		return parts;
	}

	#merged(left: number, right: number): number {
		const key = left * idBase + right;
		const known = this.#mergeMemo.get(key);
		if (known !== undefined) return known;
		const a = this.#text[left] ?? "";
		const b = this.#text[right] ?? "";
		const rank =
			typeof a === "string" && typeof b === "string"
				? this.#textRank.get(a + b)
				: this.#rankOfBytes(bytesOf(a) + bytesOf(b));
		if (this.#mergeMemo.size >= mergeMemoLimit) this.#mergeMemo.clear();
		this.#mergeMemo.set(key, rank ?? noRank);
		return rank ?? noRank;
	}

	/** `bytes` has one character a byte. Tokens that are text are known by their text only. */
	#rankOfBytes(bytes: string): number | undefined {
		const text = decodeUtf8(bytes);
		return text === null ? this.#byteRank.get(bytes) : this.#textRank.get(text);
	}
}

function bytesOf(token: string | readonly number[]): string {
	return String.fromCharCode(...(typeof token === "string" ? utf8(token) : token));
}

/** UTF-8 as `TextEncoder` gives it (which core's library lacks): a lone surrogate becomes U+FFFD. */
function utf8(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	for (let at = 0; at < text.length; at++) {
		let code = text.codePointAt(at) ?? 0;
		if (code > 0xffff) at++;
		else if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
		if (code < 0x80) bytes[length++] = code;
		else {
			if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
			else {
				if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
				else {
					bytes[length++] = 0xf0 | (code >> 18);
					bytes[length++] = 0x80 | ((code >> 12) & 63);
				}
				bytes[length++] = 0x80 | ((code >> 6) & 63);
			}
			bytes[length++] = 0x80 | (code & 63);
		}
	}
	return bytes.subarray(0, length);
}

/** The text of bytes given as one character each, or null where they are not whole characters. */
function decodeUtf8(bytes: string): string | null {
	let text = "";
	for (let at = 0; at < bytes.length; ) {
		const first = bytes.charCodeAt(at++);
		const more =
			first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
		if (more < 0 || at + more > bytes.length) return null;
		let code = more === 0 ? first : first & (0x3f >> more);
		for (const end = at + more; at < end; at++) {
			const byte = bytes.charCodeAt(at);
			if ((byte & 0xc0) !== 0x80) return null;
			code = (code << 6) | (byte & 0x3f);
		}
		const least = more === 2 ? 0x800 : more === 3 ? 0x10000 : 0;
		if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
		text += String.fromCodePoint(code);
	}
	return text;
}

/** A binary heap, smallest first. */
class NumberHeap {
	readonly #items: number[] = [];

	get size(): number {
		return this.#items.length;
	}

	push(value: number): void {
		const items = this.#items;
		let at = items.length;
		items.push(value);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			const above = items[parent] ?? 0;
			if (above <= value) break;
			items[at] = above;
			at = parent;
		}
		items[at] = value;
	}

	/** Infinity when empty. */
	pop(): number {
		const items = this.#items;
		const top = items[0] ?? Number.POSITIVE_INFINITY;
		const last = items.pop() ?? 0;
		const size = items.length;
		if (size === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= size) break;
			if (child + 1 < size && (items[child + 1] ?? 0) < (items[child] ?? 0)) child++;
			const below = items[child] ?? 0;
			if (below >= last) break;
			items[at] = below;
			at = child;
		}
		items[at] = last;
		return top;
	}
}
