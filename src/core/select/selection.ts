// One order of a text's words with what each prefix of it costs: a slider move is a search in it and a render.

import type { TokenCounter } from "../count/count.ts";
import { costCurve } from "./cost-curve.ts";
import type { Layout } from "./gaps.ts";
import { forcesLineBreaks, withLineBreaks } from "./line-breaks.ts";
import { neverKept, orderWords } from "./order.ts";
import type { Choices } from "./protection.ts";
import { type Rendering, render } from "./render.ts";

/** How much to keep: LLM tokens, which may be counted whole to be certain, or a keep probability. */
export type Amount =
	| { readonly tokens: number; readonly countWhole: boolean }
	| { readonly threshold: number };

export interface Cut extends Rendering {
	/** LLM tokens of `text`. */
	readonly tokens: number;
	/** How many steps of the order are kept; 0: only what is always kept. */
	readonly steps: number;
	/** Whether every word stays, so that `text` is the source itself. */
	readonly complete: boolean;
	/** Whether the word of that number in the layout stays. */
	isKept(at: number): boolean;
}

/** Texts counted whole are remembered by their number of steps, up to this many. */
const rememberedCounts = 10_000;

/** The order is worked out at once, its costs at the first cut by tokens. */
export class Selection {
	readonly #order: ReturnType<typeof orderWords>;
	readonly #layout: Layout;
	readonly #step: Uint32Array;
	readonly #counter: TokenCounter;
	/** Whether the last step keeps everything, which gives the source with its outer white space. */
	readonly #canBeComplete: boolean;
	readonly #counted = new Map<number, number>();
	#curve: Uint32Array | null = null;
	#findLast: ((budget: number) => number) | null = null;

	constructor(layout: Layout, counter: TokenCounter, choices: Choices) {
		const order = orderWords(layout, choices);
		const plain = { layout, step: order.step };
		const forced = forcesLineBreaks(choices.force) ? withLineBreaks(plain) : plain;
		this.#order = order;
		this.#layout = forced.layout;
		this.#step = forced.step;
		this.#counter = counter;
		this.#canBeComplete = !order.step.includes(neverKept);
	}

	/**
	 * The longest prefix of the order within the amount. What is always kept stays even where it exceeds
	 * the amount: then `steps` is 0 and `tokens` says so.
	 *
	 * @param neverEmpty keep the first word of the order whatever it costs, if nothing else is kept
	 */
	cut(amount: Amount, neverEmpty = false): Cut {
		let last =
			"threshold" in amount ? this.#order.stepAtThreshold(amount.threshold) : this.#lastWithin(amount);
		let rendering = this.#render(last);
		if (neverEmpty && last === 0 && this.#order.steps > 0 && rendering.text === "") {
			last = 1;
			rendering = this.#render(last);
		}
		return {
			...rendering,
			tokens: this.#counted.get(last) ?? this.#curve?.[last] ?? this.#countWhole(last, rendering.text),
			steps: last,
			complete: this.#isComplete(last),
			isKept: (at) => (this.#order.step[at] ?? neverKept) <= last,
		};
	}

	#lastWithin({ tokens, countWhole }: { tokens: number; countWhole: boolean }): number {
		this.#findLast ??= this.#searchByCurve() ?? ((budget) => this.#searchByCounting(budget));
		let last = this.#findLast(tokens);
		while (countWhole && last > 0 && this.#countedAt(last) > tokens) last--;
		return last;
	}

	#isComplete(last: number): boolean {
		return last === this.#order.steps && this.#canBeComplete;
	}

	#render(last: number): Rendering {
		if (!this.#isComplete(last)) return render(this.#layout, this.#step, last);
		const { text } = this.#layout;
		return { text, spans: text === "" ? [] : [[0, text.length]] };
	}

	#countedAt(last: number): number {
		return this.#counted.get(last) ?? this.#countWhole(last, this.#render(last).text);
	}

	#countWhole(last: number, text: string): number {
		const tokens = this.#counter.count(text);
		if (this.#counted.size >= rememberedCounts) this.#counted.clear();
		this.#counted.set(last, tokens);
		return tokens;
	}

	/** Finds the last step whose cost is within a budget, 0 if none is. Costs may dip: a later step may cost less. */
	#searchByCurve(): ((budget: number) => number) | null {
		const { steps } = this.#order;
		const curve = costCurve({ layout: this.#layout, step: this.#step, steps }, this.#counter);
		if (curve === null) return null;
		if (this.#canBeComplete) curve[steps] = this.#countedAt(steps);
		this.#curve = curve;
		const least = curve.slice();
		for (let step = steps - 1; step >= 0; step--) {
			least[step] = Math.min(least[step] ?? 0, least[step + 1] ?? 0);
		}
		return (budget) => halve(0, steps + 1, (step) => (least[step] ?? 0) <= budget);
	}

	/**
	 * The same by counting whole texts, for counts that do not add up. It halves the same ranges whatever
	 * the budget, so a larger budget never ends at an earlier step even where the counts are not monotone.
	 */
	#searchByCounting(budget: number): number {
		const { steps } = this.#order;
		if (this.#countedAt(steps) <= budget) return steps;
		return halve(0, steps, (step) => this.#countedAt(step) <= budget);
	}
}

/** The last step before `end` that fits, where `start` is taken to fit, `end` not to, and fits come first. */
function halve(start: number, end: number, fits: (step: number) => boolean): number {
	let low = start;
	let high = Math.max(end, start + 1);
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}
