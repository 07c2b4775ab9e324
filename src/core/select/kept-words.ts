// The kept words of a text as a linked list, cut into pieces whose LLM tokens add up, so that taking
// a word out costs a look at its neighbours only. What the cost curve is made with.
import type { TokenCounter } from "../count/count.ts";
import type { Steps } from "../steps.ts";
import { firstStart, type Layout, strongerGap } from "./gaps.ts";
import { type Joint, jointOf } from "./joint.ts";
import { neverKept } from "./order.ts";

/** Pieces of more words would take too long to count again for every word that goes. */
const longestPiece = 64;

/** Words whose pieces are counted in a step: many times the work of a row of other tables. */
export const countsPerStep = 512;

interface Piece {
	readonly head: number;
	text: string;
	words: number;
}

export class KeptWords {
	/** LLM tokens of the words that are left, as `render` puts them. */
	tokens = 0;
	/** Whether a piece was too long, which makes the rest not worth the time. */
	tooLong = false;
	readonly #layout: Layout;
	readonly #counter: TokenCounter;
	readonly #previous: Int32Array;
	readonly #next: Int32Array;
	// How each word follows the one before it: see `Joint`.
	readonly #gap: Uint32Array;
	readonly #space: string[];
	readonly #cut: Int32Array;
	readonly #inRun: Uint8Array;
	/** LLM tokens of the piece that begins at a word. */
	readonly #cost: Uint32Array;

	/** Keeps none. */
	private constructor(layout: Layout, counter: TokenCounter, space: string[]) {
		const count = layout.words.start.length;
		this.#layout = layout;
		this.#counter = counter;
		this.#previous = new Int32Array(count).fill(-1);
		this.#next = new Int32Array(count).fill(-1);
		this.#gap = new Uint32Array(count);
		this.#space = space;
		this.#cut = new Int32Array(count);
		this.#inRun = new Uint8Array(count);
		this.#cost = new Uint32Array(count);
	}

	/** Keeps all words, but for those whose step is `neverKept`. */
	static *keep(layout: Layout, counter: TokenCounter, step?: Uint32Array): Steps<KeptWords> {
		const kept = new KeptWords(layout, counter, new Array(layout.words.start.length).fill(""));
		const count = layout.words.start.length;
		let first = -1;
		let last = -1;
		let strongest = 0;
		for (let at = 0; at < count; at++) {
			strongest = last === at - 1 ? at : strongerGap(layout, strongest, at);
			if (step?.[at] === neverKept) continue;
			if (first < 0) first = at;
			kept.#link(last, at, jointOf(layout, last, at, strongest));
			last = at;
			if (at % countsPerStep === 0) yield;
		}
		for (let head = first, counts = 1; head >= 0 && !kept.tooLong; counts++) {
			const end = kept.#nextHead(head);
			kept.#count(head, end);
			head = end;
			if (counts % countsPerStep === 0) yield;
		}
		return kept;
	}

	/** The same words kept, to take others out. */
	copy(): KeptWords {
		const copy = new KeptWords(this.#layout, this.#counter, this.#space.slice());
		copy.tokens = this.tokens;
		copy.tooLong = this.tooLong;
		copy.#previous.set(this.#previous);
		copy.#next.set(this.#next);
		copy.#gap.set(this.#gap);
		copy.#cut.set(this.#cut);
		copy.#inRun.set(this.#inRun);
		copy.#cost.set(this.#cost);
		return copy;
	}

	remove(at: number): void {
		const before = this.#previous[at] ?? -1;
		const after = this.#next[at] ?? -1;
		const joint = after < 0 ? null : jointOf(this.#layout, before, after, this.#gapWithout(at, after));
		if (this.#standsAlone(at, before, after, joint)) {
			this.tokens -= this.#cost[at] ?? 0;
			this.#link(before, after, joint);
			return;
		}
		const first = before < 0 ? at : this.#head(before);
		const end = after < 0 ? -1 : this.#nextHead(after);
		for (let head = first; head !== end && head >= 0; head = this.#nextHead(head)) {
			this.tokens -= this.#cost[head] ?? 0;
		}
		this.#link(before, after, joint);
		this.#count(first === at ? after : first, end);
	}

	/** Whether a word is a piece by itself and its neighbours' pieces stay the same without it. */
	#standsAlone(at: number, before: number, after: number, joint: Joint | null): boolean {
		const cut = this.#cut[at] ?? -1;
		if (before < 0 || cut < 0 || this.#inRun[at]) return false;
		if (joint === null) return cut === 0;
		const cutAfter = this.#cut[after] ?? -1;
		if (cutAfter < 0 || this.#inRun[after] || joint.cut < 0) return false;
		const left = this.#spaceBefore(at).slice(0, cut);
		const right = this.#spaceBefore(after).slice(cutAfter);
		return joint.space.slice(0, joint.cut) === left && joint.space.slice(joint.cut) === right;
	}

	/** The strongest gap before a word once the one before it is gone. */
	#gapWithout(gone: number, at: number): number {
		return strongerGap(this.#layout, this.#gap[gone] ?? 0, this.#gap[at] ?? 0);
	}

	/** @param joint null where no word comes after `before` */
	#link(before: number, at: number, joint: Joint | null): void {
		if (before >= 0) this.#next[before] = at;
		if (joint === null) return;
		this.#previous[at] = before;
		this.#gap[at] = joint.gap;
		this.#space[at] = joint.space;
		this.#cut[at] = joint.cut;
		this.#inRun[at] = joint.inRun ? 1 : 0;
	}

	#head(at: number): number {
		let head = at;
		while ((this.#cut[head] ?? 0) < 0) head = this.#previous[head] ?? -1;
		return head;
	}

	#nextHead(at: number): number {
		let head = this.#next[at] ?? -1;
		while (head >= 0 && (this.#cut[head] ?? 0) < 0) head = this.#next[head] ?? -1;
		return head;
	}

	/** Cuts and counts the words from `head`, where a piece begins, to the one before `end`, where another does. */
	#count(head: number, end: number): void {
		let pieces = this.#cutPieces(head, end);
		for (;;) {
			const first = pieces[0];
			const last = pieces.at(-1);
			if (first === undefined || last === undefined) return;
			if (this.#inRun[head]) {
				const left = this.#head(this.#previous[head] ?? 0);
				if (!this.#addUp(this.#pieceAt(left), first.text)) {
					this.#cut[head] = -1;
					head = left;
					this.tokens -= this.#cost[left] ?? 0;
					pieces = this.#cutPieces(head, end);
					continue;
				}
				this.#cut[head] = 0;
			}
			if (end < 0 || !this.#inRun[end] || this.#addUp(last.text, this.#pieceAt(end))) break;
			this.tokens -= this.#cost[end] ?? 0;
			end = this.#nextHead(end);
			pieces = this.#cutPieces(head, end);
		}
		for (const piece of pieces) {
			const tokens = this.#counter.count(piece.text);
			this.#cost[piece.head] = tokens;
			this.tokens += tokens;
			if (piece.words > longestPiece) this.tooLong = true;
		}
	}

	/** The words from `head` to the one before `end`, in pieces as small as their counts add up. */
	#cutPieces(head: number, end: number): Piece[] {
		const pieces: Piece[] = [];
		let piece: Piece | undefined;
		for (let at = head; at !== end && at >= 0; at = this.#next[at] ?? -1) {
			const space = this.#spaceBefore(at);
			const cut = this.#cut[at] ?? -1;
			if (piece !== undefined && cut < 0 && !this.#inRun[at]) {
				piece.text += space + this.#word(at);
				piece.words++;
				continue;
			}
			if (piece !== undefined) {
				piece.text += space.slice(0, Math.max(0, cut));
				this.#joinBack(pieces);
			}
			piece = { head: at, text: space.slice(Math.max(0, cut)) + this.#word(at), words: 1 };
			pieces.push(piece);
		}
		if (end >= 0 && piece !== undefined) {
			piece.text += this.#spaceBefore(end).slice(0, Math.max(0, this.#cut[end] ?? 0));
		}
		this.#joinBack(pieces);
		return pieces;
	}

	/** Joins the last piece to the one before it, and that to the one before, until the counts add up. */
	#joinBack(pieces: Piece[]): void {
		for (;;) {
			const last = pieces.at(-1);
			const before = pieces.at(-2);
			if (last === undefined || before === undefined || !this.#inRun[last.head]) return;
			if (this.#addUp(before.text, last.text)) {
				this.#cut[last.head] = 0;
				return;
			}
			this.#cut[last.head] = -1;
			before.text += last.text;
			before.words += last.words;
			pieces.pop();
		}
	}

	#addUp(left: string, right: string): boolean {
		return this.#counter.addUp?.(left, right) ?? false;
	}

	/** The text of the piece that begins at a word. */
	#pieceAt(head: number): string {
		let text = this.#spaceBefore(head).slice(Math.max(0, this.#cut[head] ?? 0)) + this.#word(head);
		for (let at = this.#next[head] ?? -1; at >= 0; at = this.#next[at] ?? -1) {
			const cut = this.#cut[at] ?? -1;
			const space = this.#spaceBefore(at);
			if (cut >= 0) return text + space.slice(0, cut);
			text += space + this.#word(at);
		}
		return text;
	}

	#word(at: number): string {
		const { text, words } = this.#layout;
		const isFirst = (this.#previous[at] ?? -1) < 0;
		return text.slice(isFirst ? firstStart(this.#layout, at) : words.start[at], words.end[at]);
	}

	/** Between a word and the kept one before it, or before the first. */
	#spaceBefore(at: number): string {
		return this.#space[at] ?? "";
	}
}
