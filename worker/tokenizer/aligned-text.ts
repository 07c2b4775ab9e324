// Normalized text that knows where each of its units came from. The alignments are those of the Rust crate
// `tokenizers` (its `NormalizedString`), oddities included: Python's `tokenizers` is the reference for offsets.

/** Unit i of `text` comes from the source's `[start[i], end[i])`, in UTF-16 code units. */
export interface AlignedText {
	readonly text: string;
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * Writes the normalized text of one stretch of the source, which may be taken block by block.
 *
 * What is written consumes the source's characters one by one from `from` on. It normally consumes exactly what
 * it stands for. The exception is the reference's: characters removed before anything was written are *not*
 * consumed, and every range after them lies that much too early.
 */
export class AlignedWriter {
	readonly #source: string;
	#units = new Uint16Array(1 << 15);
	#starts = new Uint32Array(1 << 15);
	#ends = new Uint32Array(1 << 15);
	#length = 0;
	/** The last source character consumed is `[#lastStart, #next)`. */
	#lastStart: number;
	#next: number;
	/** The code point written last, held back because a removal after it changes what it consumes. */
	#pending = -1;
	/** What it consumes: 0 one character, -n one and n more, 1 none (it shares the range of the one before). */
	#change = 0;

	constructor(source: string, from: number) {
		this.#source = source;
		this.#lastStart = from;
		this.#next = from;
	}

	/** Writes a code point in place of `1 - change` characters of the source. */
	put(codePoint: number, change = 0): void {
		this.#flush();
		this.#pending = codePoint;
		this.#change = change;
	}

	/** Writes `replacement` in place of `count` characters (code points) of the source. */
	replace(count: number, replacement: string): void {
		const codePoints = [...replacement];
		for (const [index, character] of codePoints.entries()) {
			this.put(character.codePointAt(0) ?? 0, index < count ? 0 : 1);
		}
		if (codePoints.length < count && this.#pending >= 0) this.#change -= count - codePoints.length;
	}

	/** What was written since the last call. */
	take(): AlignedText {
		this.#flush();
		const length = this.#length;
		this.#length = 0;
		return {
			text: decoder.decode(this.#units.subarray(0, length)),
			start: this.#starts.slice(0, length),
			end: this.#ends.slice(0, length),
		};
	}

	#flush(): void {
		const codePoint = this.#pending;
		if (codePoint < 0) return;
		if (this.#change <= 0) this.#consume();
		if (codePoint > 0xffff) {
			this.#write(0xd800 + ((codePoint - 0x10000) >> 10));
			this.#write(0xdc00 + (codePoint & 0x3ff));
		} else this.#write(codePoint);
		for (let removed = this.#change; removed < 0; removed++) this.#consume();
		this.#pending = -1;
	}

	#consume(): void {
		this.#lastStart = this.#next;
		this.#next += (this.#source.codePointAt(this.#next) ?? 0) > 0xffff ? 2 : 1;
	}

	#write(unit: number): void {
		const index = this.#length++;
		if (index === this.#units.length) {
			this.#units = grown(this.#units, new Uint16Array(2 * index));
			this.#starts = grown(this.#starts, new Uint32Array(2 * index));
			this.#ends = grown(this.#ends, new Uint32Array(2 * index));
		}
		this.#units[index] = unit;
		this.#starts[index] = this.#lastStart;
		this.#ends[index] = this.#next;
	}
}

function grown<T extends Uint16Array | Uint32Array>(old: T, room: T): T {
	room.set(old);
	return room;
}

/**
 * Replaces every match; what is put in takes the range of the match's last unit.
 *
 * @param pattern global, and never matching the empty string.
 */
export function replaceMatches(aligned: AlignedText, pattern: RegExp, content: string): AlignedText {
	const matches = [...aligned.text.matchAll(pattern)];
	if (matches.length === 0) return aligned;
	const removed = matches.reduce((sum, [match]) => sum + match.length, 0);
	const length = aligned.text.length - removed + matches.length * content.length;
	const start = new Uint32Array(length);
	const end = new Uint32Array(length);
	let read = 0;
	let write = 0;
	const copyUpTo = (to: number) => {
		start.set(aligned.start.subarray(read, to), write);
		end.set(aligned.end.subarray(read, to), write);
		write += to - read;
	};
	for (const { 0: match, index } of matches) {
		copyUpTo(index);
		read = index + match.length;
		start.fill(aligned.start[read - 1] ?? 0, write, write + content.length);
		end.fill(aligned.end[read - 1] ?? 0, write, write + content.length);
		write += content.length;
	}
	copyUpTo(aligned.text.length);
	return { text: aligned.text.replace(pattern, () => content), start, end };
}
