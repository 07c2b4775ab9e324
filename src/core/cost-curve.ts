// How many LLM tokens the rendered text has after every step of the order, exact, computed once:
// everything is kept first, then words go in reverse order, and only the piece around each is counted anew.
import type { TokenCounter } from "./count.ts";
import { type Layout, separator, strongerGap } from "./gaps.ts";
import { neverKept, type Order } from "./order.ts";
import { safeCut } from "./safe-cut.ts";

/** Words without a safe cut between them that are still counted as one piece again and again. */
const longestPiece = 64;

/**
 * LLM tokens of `render(layout, step, k).text` for every `k` from 0 to `steps`; null where a text has
 * pieces too long to count again for every word, or the counter's counts do not add up.
 */
export function costCurve(layout: Layout, order: Order, counter: TokenCounter): Uint32Array | null {
	if (!counter.additive) return null;
	const kept = new KeptWords(layout, order.step, counter);
	const cost = new Uint32Array(order.steps + 1);
	const byStep = wordsByStep(order);
	let next = byStep.length - 1;
	for (let step = order.steps; step >= 0; step--) {
		cost[step] = kept.tokens;
		for (; step > 0 && next >= 0 && order.step[byStep[next] ?? 0] === step; next--)
			kept.remove(byStep[next] ?? 0);
		if (kept.tooLong) return null;
	}
	return cost;
}

/** The numbers of all words that have a step, ascending by step. */
function wordsByStep({ step, steps }: Order): Uint32Array {
	const place = new Uint32Array(steps + 2);
	let count = 0;
	for (const own of step) {
		if (own === neverKept) continue;
		place[own + 1] = (place[own + 1] ?? 0) + 1;
		count++;
	}
	for (let own = 1; own < place.length; own++) place[own] = (place[own] ?? 0) + (place[own - 1] ?? 0);
	const words = new Uint32Array(count);
	for (let at = 0; at < step.length; at++) {
		const own = step[at] ?? 0;
		if (own === neverKept) continue;
		const to = place[own] ?? 0;
		words[to] = at;
		place[own] = to + 1;
	}
	return words;
}

/** The kept words as a linked list, cut into pieces whose counts add up. */
class KeptWords {
	tokens = 0;
	tooLong = false;
	readonly #layout: Layout;
	readonly #counter: TokenCounter;
	readonly #previous: Int32Array;
	readonly #next: Int32Array;
	/** The strongest gap between a word and the one before it. */
	readonly #gap: Uint32Array;
	/** Where in the separator before a word the text is cut; -1 if the word is in one piece with the one before it. */
	readonly #cut: Int32Array;
	/** LLM tokens of the piece that begins at a word. */
	readonly #cost: Uint32Array;

	constructor(layout: Layout, step: Uint32Array, counter: TokenCounter) {
		const count = step.length;
		this.#layout = layout;
		this.#counter = counter;
		this.#previous = new Int32Array(count).fill(-1);
		this.#next = new Int32Array(count).fill(-1);
		this.#gap = new Uint32Array(count);
		this.#cut = new Int32Array(count);
		this.#cost = new Uint32Array(count);
		let last = -1;
		let strongest = 0;
		let first = -1;
		for (let at = 0; at < count; at++) {
			strongest = last === at - 1 ? at : strongerGap(layout, strongest, at);
			if (step[at] === neverKept) continue;
			if (first < 0) first = at;
			this.#link(last, at, strongest);
			last = at;
		}
		this.#countFrom(first, -1);
	}

	remove(at: number): void {
		const before = this.#previous[at] ?? -1;
		const after = this.#next[at] ?? -1;
		if (this.#standsAlone(at, before, after)) {
			this.tokens -= this.#cost[at] ?? 0;
			this.#unlink(at, before, after);
			return;
		}
		const first = before < 0 ? at : this.#head(before);
		const end = after < 0 ? -1 : this.#nextHead(after);
		for (let head = first; head !== end && head >= 0; head = this.#nextHead(head)) {
			this.tokens -= this.#cost[head] ?? 0;
		}
		this.#unlink(at, before, after);
		this.#countFrom(first === at ? after : first, end);
	}

	/** Whether a word is a piece by itself and its neighbours' pieces stay the same without it. */
	#standsAlone(at: number, before: number, after: number): boolean {
		const cut = this.#cut[at] ?? -1;
		if (before < 0 || cut < 0) return false;
		if (after < 0) return cut === 0;
		const cutAfter = this.#cut[after] ?? -1;
		if (cutAfter < 0) return false;
		const gap = strongerGap(this.#layout, this.#gap[at] ?? 0, this.#gap[after] ?? 0);
		const space = separator(this.#layout, before, after, gap);
		const newCut = this.#safeCut(before, space, after);
		if (newCut < 0) return false;
		const left = this.#separator(at).slice(0, cut);
		const right = this.#separator(after).slice(cutAfter);
		return space.slice(0, newCut) === left && space.slice(newCut) === right;
	}

	#unlink(at: number, before: number, after: number): void {
		if (before >= 0) this.#next[before] = after;
		if (after < 0) return;
		this.#link(before, after, strongerGap(this.#layout, this.#gap[at] ?? 0, this.#gap[after] ?? 0));
	}

	#link(before: number, at: number, gap: number): void {
		this.#previous[at] = before;
		this.#gap[at] = gap;
		if (before < 0) {
			this.#cut[at] = 0;
			return;
		}
		this.#next[before] = at;
		this.#cut[at] = this.#safeCut(before, this.#separator(at), at);
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

	/** Counts the pieces from the one that begins at `head` to the one before `end`. */
	#countFrom(head: number, end: number): void {
		for (let at = head; at !== end && at >= 0; ) {
			const before = this.#previous[at] ?? -1;
			let piece = before < 0 ? "" : this.#separator(at).slice(this.#cut[at]);
			let length = 0;
			let last = at;
			for (;;) {
				piece += this.#word(last);
				if (++length > longestPiece) this.tooLong = true;
				const next = this.#next[last] ?? -1;
				if (next < 0) {
					last = -1;
					break;
				}
				const cut = this.#cut[next] ?? -1;
				const space = this.#separator(next);
				last = next;
				if (cut >= 0) {
					piece += space.slice(0, cut);
					break;
				}
				piece += space;
			}
			const tokens = this.#counter.count(piece);
			this.#cost[at] = tokens;
			this.tokens += tokens;
			if (this.tooLong) return;
			at = last;
		}
	}

	#word(at: number): string {
		const { text, words } = this.#layout;
		return text.slice(words.start[at], words.end[at]);
	}

	/** Between a word and the kept one before it. */
	#separator(at: number): string {
		const before = this.#previous[at] ?? -1;
		return before < 0 ? "" : separator(this.#layout, before, at, this.#gap[at] ?? 0);
	}

	#safeCut(before: number, space: string, after: number): number {
		const { text, words } = this.#layout;
		return safeCut(charBefore(text, words.end[before] ?? 0), space, charAt(text, words.start[after] ?? 0));
	}
}

function charAt(text: string, at: number): string {
	return (text.charCodeAt(at) & 0xfc00) === 0xd800
		? String.fromCodePoint(text.codePointAt(at) ?? 0)
		: text.charAt(at);
}

function charBefore(text: string, at: number): string {
	return (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && at > 1 ? charAt(text, at - 2) : text.charAt(at - 1);
}
