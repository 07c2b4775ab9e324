// One order of a text's words with what each prefix of it costs: a slider move is a search in it and a render.
import { costCurve } from "./cost-curve.ts";
import type { TokenCounter } from "./count.ts";
import type { Layout } from "./gaps.ts";
import { forcesLineBreaks, type Steps, withLineBreaks } from "./line-breaks.ts";
import type { Span } from "./options.ts";
import { neverKept, type Order, orderWords } from "./order.ts";
import type { Choices } from "./protection.ts";
import { render } from "./render.ts";

/** How much to keep: a number of LLM tokens, or a keep probability. */
export type Amount = { readonly tokens: number } | { readonly threshold: number };

export interface Cut {
	readonly text: string;
	readonly spans: readonly Span[];
	/** LLM tokens of `text`, counted whole. */
	readonly tokens: number;
	/** How many steps of the order are kept; 0: only what is always kept. */
	readonly steps: number;
	/** Whether every word stays, so that `text` is the source itself. */
	readonly complete: boolean;
	/** Whether the word of that number in the layout stays. */
	isKept(at: number): boolean;
}

export interface Selection {
	/**
	 * The longest prefix of the order within the amount. What is always kept stays even where it exceeds
	 * the amount: then `tokens` says so.
	 *
	 * @param neverEmpty keep the first word of the order whatever it costs, if nothing else is kept
	 */
	cut(amount: Amount, neverEmpty?: boolean): Cut;
}

/** Orders the words; the costs are computed at the first cut by tokens. */
export function createSelection(layout: Layout, counter: TokenCounter, choices: Choices): Selection {
	const order = orderWords(layout, choices);
	const rendered = { layout, step: order.step };
	const steps = forcesLineBreaks(choices.force) ? withLineBreaks(rendered) : rendered;
	const prefixes = new Prefixes(layout.text, steps, order, counter);
	let findLast: ((budget: number) => number) | null = null;
	return {
		cut(amount, neverEmpty = false) {
			let last: number;
			if ("threshold" in amount) last = order.stepAtThreshold(amount.threshold);
			else {
				findLast ??= searchByCurve(prefixes, steps, order, counter) ?? searchByCounting(prefixes);
				last = findLast(amount.tokens);
			}
			if (neverEmpty && last === 0 && order.steps > 0 && prefixes.cutAt(0).text === "") last = 1;
			return { ...prefixes.cutAt(last), isKept: (at) => (order.step[at] ?? neverKept) <= last };
		},
	};
}

type Prefix = Omit<Cut, "isKept">;

/** The results for every number of steps, rendered and counted on demand. */
class Prefixes {
	readonly steps: number;
	/** Whether the last step keeps everything, which gives the source with its outer white space. */
	readonly canBeComplete: boolean;
	readonly #text: string;
	readonly #steps: Steps;
	readonly #counter: TokenCounter;
	readonly #tokens = new Map<number, number>();

	constructor(text: string, steps: Steps, order: Order, counter: TokenCounter) {
		this.steps = order.steps;
		this.canBeComplete = !order.step.includes(neverKept);
		this.#text = text;
		this.#steps = steps;
		this.#counter = counter;
	}

	cutAt(last: number): Prefix {
		const complete = last === this.steps && this.canBeComplete;
		const { text, spans } = complete
			? { text: this.#text, spans: this.#text === "" ? [] : [[0, this.#text.length] as const] }
			: render(this.#steps.layout, this.#steps.step, last);
		return { text, spans, steps: last, complete, tokens: this.#remember(last, text) };
	}

	tokensAt(last: number): number {
		return this.#tokens.get(last) ?? this.cutAt(last).tokens;
	}

	#remember(last: number, text: string): number {
		const known = this.#tokens.get(last);
		if (known !== undefined) return known;
		const tokens = this.#counter.count(text);
		if (this.#tokens.size > 10_000) this.#tokens.clear();
		this.#tokens.set(last, tokens);
		return tokens;
	}
}

/** The last step whose cost is within the budget; 0 if none is. Costs may dip, so the last one counts. */
function searchByCurve(
	prefixes: Prefixes,
	steps: Steps,
	order: Order,
	counter: TokenCounter,
): ((budget: number) => number) | null {
	const curve = costCurve(steps.layout, { ...order, step: steps.step }, counter);
	if (curve === null) return null;
	if (prefixes.canBeComplete) curve[order.steps] = prefixes.tokensAt(order.steps);
	const least = curve.slice();
	for (let step = order.steps - 1; step >= 0; step--) {
		least[step] = Math.min(least[step] ?? 0, least[step + 1] ?? 0);
	}
	return (budget) => {
		let low = 0;
		let high = order.steps + 1;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((least[middle] ?? 0) <= budget) low = middle;
			else high = middle;
		}
		// The whole text is counted before the budget is called met.
		while (low > 0 && prefixes.tokensAt(low) > budget) low--;
		return low;
	};
}

/**
 * A search that counts whole texts, for counts that do not add up. It halves the same ranges whatever
 * the budget, so a larger budget never ends at a smaller step even where the counts are not monotone.
 */
function searchByCounting(prefixes: Prefixes): (budget: number) => number {
	return (budget) => {
		if (prefixes.tokensAt(prefixes.steps) <= budget) return prefixes.steps;
		let low = 0;
		let high = prefixes.steps;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if (prefixes.tokensAt(middle) <= budget) low = middle;
			else high = middle;
		}
		return low;
	};
}
