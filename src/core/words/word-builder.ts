// The growing columns of a WordTable: splitWords appends rows, `finish` gives the exact-length arrays.
import { type BlockTable, type WordTable, wordKind } from "../word-table.ts";

/** Writable while the text is being read; the columns are longer than `length` until `finish`. */
export class WordBuilder {
	length = 0;
	start: Uint32Array;
	end: Uint32Array;
	reason: Uint8Array;
	kind: Uint8Array;
	clause: Uint32Array;

	/** `capacity`: expected number of words; a wrong guess only costs a copy. */
	constructor(capacity: number) {
		const size = Math.max(16, capacity);
		this.start = new Uint32Array(size);
		this.end = new Uint32Array(size);
		this.reason = new Uint8Array(size);
		this.kind = new Uint8Array(size);
		this.clause = new Uint32Array(0);
	}

	push(start: number, end: number, reason: number, kind: number = wordKind.word): void {
		const at = this.length;
		if (at === this.start.length) this.#grow();
		this.start[at] = start;
		this.end[at] = end;
		this.reason[at] = reason;
		this.kind[at] = kind;
		this.length = at + 1;
	}

	#grow(): void {
		const size = this.start.length * 2;
		this.start = resized(this.start, new Uint32Array(size));
		this.end = resized(this.end, new Uint32Array(size));
		this.reason = resized(this.reason, new Uint8Array(size));
		this.kind = resized(this.kind, new Uint8Array(size));
	}

	/** The rows, keep probabilities zero. */
	finish(blocks: BlockTable): WordTable {
		return {
			start: this.start.slice(0, this.length),
			end: this.end.slice(0, this.length),
			keepProbability: new Float32Array(this.length),
			reason: this.reason.slice(0, this.length),
			kind: this.kind.slice(0, this.length),
			clause: this.clause.length === this.length ? this.clause : this.clause.slice(0, this.length),
			blocks,
		};
	}
}

function resized<Column extends Uint32Array | Uint8Array>(from: Column, to: Column): Column {
	to.set(from);
	return to;
}
