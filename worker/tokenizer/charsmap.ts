// Sentencepiece's precompiled character map out of tokenizer.json: what a character becomes before the
// vocabulary sees it. A port of the Rust crate spm_precompiled 0.1, which Python's `tokenizers` uses; npm's
// @huggingface/tokenizers only approximates the map.

/** More code points than real texts use; beyond it the memo starts anew. */
const memoLimit = 20_000;

/** NFKC, most control characters removed, every white space made " ": whatever the file says. */
export class Charsmap {
	readonly #units: Uint32Array;
	readonly #replacements: Uint8Array;
	readonly #memo = new Map<number, string | null>();

	/**
	 * @param base64 `precompiled_charsmap`: the size in bytes of the trie (u32, little-endian), the units of a
	 * double-array trie over UTF-8 (u32 each), then the replacements in UTF-8, each ended by a NUL.
	 * @throws RangeError where the sizes do not fit, DOMException where it is not base64.
	 */
	constructor(base64: string) {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		const view = new DataView(bytes.buffer);
		const size = view.getUint32(0, true);
		this.#units = new Uint32Array(size >>> 2);
		for (let index = 0; index < this.#units.length; index++) {
			this.#units[index] = view.getUint32(4 + 4 * index, true);
		}
		this.#replacements = bytes.subarray(4 + size);
	}

	/** What one code point becomes; `null` where it stays as it is. */
	ofCodePoint(codePoint: number): string | null {
		const known = this.#memo.get(codePoint);
		if (known !== undefined) return known;
		if (this.#memo.size >= memoLimit) this.#memo.clear();
		const found = this.ofChunk(String.fromCodePoint(codePoint));
		this.#memo.set(codePoint, found);
		return found;
	}

	/**
	 * What a chunk becomes as a whole; `null` where no entry fits. The entry of the *shortest* known beginning
	 * stands for all of the chunk, odd as that is: so does the reference.
	 *
	 * @example charsmap.ofChunk("ﬁ") // "fi"
	 */
	ofChunk(chunk: string): string | null {
		let node = offsetOf(this.#units[0] ?? 0);
		for (const byte of new TextEncoder().encode(chunk)) {
			if (byte === 0) return null;
			node ^= byte;
			const unit = this.#units[node] ?? 0;
			// A label is a byte; the top bit marks a value, which is no label.
			if ((unit & 0x800000ff) !== byte) return null;
			node ^= offsetOf(unit);
			const hasValue = (unit & 0x100) !== 0;
			if (hasValue) return this.#replacementAt((this.#units[node] ?? 0) & 0x7fffffff);
		}
		return null;
	}

	#replacementAt(start: number): string {
		const end = this.#replacements.indexOf(0, start);
		return new TextDecoder().decode(this.#replacements.subarray(start, end < 0 ? undefined : end));
	}
}

function offsetOf(unit: number): number {
	return (unit >>> 10) << ((unit & 0x200) >>> 6);
}
