// Tokens -> windows that the classifier sees at once. Comes after the tokenizer, before the model.
import { runSteps, type Steps } from "../steps.ts";
import { cutClass, cutPriorities, type WindowTokens, type WindowWords, wideHash } from "./cut-points.ts";

/** Half-open range of token numbers. */
export interface Window {
	readonly start: number;
	readonly end: number;
}

/** Up to this many times the limit a stretch is cut into two windows, beyond it into more. */
const twoWindows = 1.9;

/**
 * Cuts the tokens into windows of at most `limit`, which together hold every token once. A window ends at a
 * paragraph, else a line, a sentence, a word; inside a word only where a word is longer than a window.
 *
 * Where they end depends on the text nearby, not on the distance from the start (content-defined chunking): a
 * boundary better than all others within half a window to both sides always ends a window, and what lies between
 * two such ends is cut by itself if it is too long. So an edit changes the windows around it, seldom more than
 * three, and the cache knows the rest. On prose windows are filled to some two thirds.
 *
 * @param limit tokens, at least 2.
 * @param words nothing ends inside one of them.
 * @example
 * chunkWindows("One. Two.", tokens, 510, words); // [{ start: 0, end: 4 }]
 */
export function chunkWindows(
	text: string,
	tokens: WindowTokens,
	limit: number,
	words: WindowWords,
): Window[] {
	return runSteps(chunkWindowsInSteps(text, tokens, limit, words));
}

/** The same with pauses. */
export function* chunkWindowsInSteps(
	text: string,
	tokens: WindowTokens,
	limit: number,
	words: WindowWords,
): Steps<Window[]> {
	const count = tokens.id.length;
	if (count === 0) return [];
	if (count <= limit) return [{ start: 0, end: count }];
	const cuts = new Cuts(text, tokens, limit, yield* cutPriorities(text, tokens, words));
	yield;
	const windows: Window[] = [];
	let start = 0;
	for (const firmEnd of [...cuts.firm(), count]) {
		while (start < firmEnd) {
			const end = firmEnd - start > limit ? cuts.between(start, firmEnd) : firmEnd;
			windows.push({ start, end });
			start = end;
		}
	}
	return windows;
}

/** The boundaries of a text, each by the number of the token after it, and the choice among them. */
class Cuts {
	readonly #text: string;
	readonly #tokens: WindowTokens;
	readonly #limit: number;
	readonly #radius: number;
	readonly #priorities: Float64Array;

	constructor(text: string, tokens: WindowTokens, limit: number, priorities: Float64Array) {
		this.#text = text;
		this.#tokens = tokens;
		this.#limit = limit;
		this.#radius = limit >> 1;
		this.#priorities = priorities;
	}

	/** Ends that hold whatever else there is: the best within the radius; of equals the first. Linear. */
	firm(): number[] {
		const count = this.#priorities.length;
		const isBeaten = new Uint8Array(count);
		/** Boundaries not beaten by any since, from best to worst. */
		const stack: number[] = [];
		for (let at = 1; at < count; at++) {
			let top = stack.at(-1);
			while (top !== undefined && this.#beats(at, top)) {
				if (at - top <= this.#radius) isBeaten[top] = 1;
				stack.pop();
				top = stack.at(-1);
			}
			if (top !== undefined && at - top <= this.#radius) isBeaten[at] = 1;
			stack.push(at);
		}
		const firm: number[] = [];
		for (let at = Math.max(1, this.#radius); at <= count - this.#radius; at++)
			if (!isBeaten[at]) firm.push(at);
		return firm;
	}

	/** The first end in a stretch of tokens `[start, end)` that is too long for one window. */
	between(start: number, end: number): number {
		const limit = this.#limit;
		const least = limit >> 2;
		const best =
			end - start <= twoWindows * limit
				? this.#best(Math.max(end - limit, start + least), Math.min(start + limit, end - least))
				: this.#best(start + this.#radius, start + limit);
		if (this.#isInsideWord(best)) {
			const other = this.#best(start + 1, start + limit);
			if (!this.#isInsideWord(other)) return other;
		}
		return best;
	}

	/** The best boundary in `[from, to]`; of equals the last, which fills the window more. */
	#best(from: number, to: number): number {
		let best = from;
		for (let at = from + 1; at <= to; at++) if (!this.#beats(best, at)) best = at;
		return best;
	}

	#beats(one: number, other: number): boolean {
		const difference = (this.#priorities[one] ?? 0) - (this.#priorities[other] ?? 0);
		if (difference !== 0) return difference > 0;
		return wideHash(this.#text, this.#tokens, one) > wideHash(this.#text, this.#tokens, other);
	}

	#isInsideWord(at: number): boolean {
		return (this.#priorities[at] ?? 0) < (cutClass.insideWord + 1) * 2 ** 32;
	}
}
