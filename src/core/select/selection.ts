// How much of one order of a text's words is kept: a slider move is a search in its costs and a render.

import type { Steps } from "../steps.ts";
import type { Order } from "./order.ts";
import type { Rendering } from "./render.ts";
import { halve, leastFrom } from "./search-steps.ts";
import type { SteppedText } from "./stepped-text.ts";

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

/** The costs are worked out at the first cut by tokens, if they have not been. */
export class Selection {
	readonly #stepped: SteppedText;
	#findLast: ((budget: number) => number) | null = null;

	constructor(stepped: SteppedText) {
		this.#stepped = stepped;
	}

	/** Works out the costs ahead of the first cut by tokens, with pauses. */
	*priceInSteps(): Steps<void> {
		yield* this.#stepped.curveInSteps();
	}

	get order(): Order {
		return this.#stepped.order;
	}

	/**
	 * The longest prefix of the order within the amount. What is always kept stays even where it exceeds
	 * the amount: then `steps` is 0 and `tokens` says so.
	 *
	 * @param neverEmpty keep the first word of the order whatever it costs, if nothing else is kept
	 */
	cut(amount: Amount, neverEmpty = false): Cut {
		const stepped = this.#stepped;
		let last = "threshold" in amount ? stepped.stepAtThreshold(amount.threshold) : this.#lastWithin(amount);
		let rendering = stepped.render(last);
		if (neverEmpty && last === 0 && stepped.steps > 0 && rendering.text === "") {
			last = 1;
			rendering = stepped.render(last);
		}
		return {
			...rendering,
			tokens: stepped.tokensOf(last, rendering.text),
			steps: last,
			complete: stepped.isComplete(last),
			isKept: (at) => stepped.isKept(at, last),
		};
	}

	#lastWithin({ tokens, countWhole }: { tokens: number; countWhole: boolean }): number {
		this.#findLast ??= this.#searchByCurve() ?? ((budget) => this.#searchByCounting(budget));
		let last = this.#findLast(tokens);
		while (countWhole && last > 0 && this.#stepped.countedAt(last) > tokens) last--;
		return last;
	}

	/** Finds the last step whose cost is within a budget, 0 if none is. Costs may dip: a later step may cost less. */
	#searchByCurve(): ((budget: number) => number) | null {
		const { curve, steps } = this.#stepped;
		if (curve === null) return null;
		const least = leastFrom(curve);
		return (budget) => halve(0, steps + 1, (step) => (least[step] ?? 0) <= budget);
	}

	/**
	 * The same by counting whole texts, for counts that do not add up. It halves the same ranges whatever
	 * the budget, so a larger budget never ends at an earlier step even where the counts are not monotone.
	 */
	#searchByCounting(budget: number): number {
		const stepped = this.#stepped;
		if (stepped.countedAt(stepped.steps) <= budget) return stepped.steps;
		return halve(0, stepped.steps, (step) => stepped.countedAt(step) <= budget);
	}
}
