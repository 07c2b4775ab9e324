// How much of several texts is kept together: a slider move is a search in the costs of their joint order and a render
// of each.
import { halve, leastFrom } from "../select/search-steps.ts";
import type { Amount, Cut } from "../select/selection.ts";
import type { SteppedText } from "../select/stepped-text.ts";
import { type JointOrder, mergeOrders } from "./joint-order.ts";

/** A text with the order of its words: a {@link SteppedText}, or what stands for a text without words. */
export type Stepped = Pick<
	SteppedText,
	| "steps"
	| "probabilities"
	| "curve"
	| "curveInSteps"
	| "countedAt"
	| "tokensOf"
	| "stepAtThreshold"
	| "render"
	| "isComplete"
	| "isKept"
>;

export interface JointText {
	readonly stepped: Stepped;
	/** LLM tokens that are kept of it at least, or all of it if it has fewer. */
	readonly minTokens: number;
	/** See `OrderedText`. */
	readonly tier: 0 | 1;
}

export interface JointCut {
	/** What is kept of each text. */
	readonly cuts: readonly Cut[];
	/** LLM tokens of all texts together. */
	readonly tokens: number;
	/** Whether only what must be kept stays. */
	readonly least: boolean;
	readonly empty: boolean;
	/** Whether every text is kept as it is. */
	readonly complete: boolean;
}

/** The joint order is worked out at once, its costs at the first cut by tokens. */
export class JointSelection {
	readonly #texts: readonly Stepped[];
	/** The step of each text that is kept from the start. */
	readonly #first: Uint32Array;
	readonly #order: JointOrder;
	#findLast: ((budget: number) => number) | null = null;

	constructor(texts: readonly JointText[]) {
		this.#texts = texts.map(({ stepped }) => stepped);
		this.#first = Uint32Array.from(texts, ({ stepped, minTokens }) => stepWith(stepped, minTokens));
		this.#order = mergeOrders(
			texts.map(({ stepped: { probabilities }, tier }, at) => {
				return { probabilities, tier, first: this.#first[at] ?? 0 };
			}),
		);
	}

	/**
	 * The longest prefix of the joint order within the amount; by a threshold, that of each text's own order. What must
	 * be kept stays even where it exceeds the amount.
	 *
	 * @param neverEmpty keep the first step whatever it costs, if nothing else is kept
	 */
	cut(amount: Amount, neverEmpty = false): JointCut {
		if ("threshold" in amount) return this.#cutAt(this.#stepsReaching(amount.threshold));
		const last = this.#lastWithin(amount);
		const cut = this.#cutAt(this.#order.stepsAt(last));
		if (!neverEmpty || !cut.empty || last > 0 || this.#order.steps === 0) return cut;
		return this.#cutAt(this.#order.stepsAt(1));
	}

	#stepsReaching(threshold: number): Uint32Array {
		return this.#first.map((first, at) => Math.max(first, this.#texts[at]?.stepAtThreshold(threshold) ?? 0));
	}

	#cutAt(steps: Uint32Array): JointCut {
		const cuts = this.#texts.map((text, at): Cut => {
			const own = steps[at] ?? 0;
			const rendering = text.render(own);
			return {
				...rendering,
				tokens: text.tokensOf(own, rendering.text),
				steps: own,
				complete: text.isComplete(own),
				isKept: (word) => text.isKept(word, own),
			};
		});
		return {
			cuts,
			tokens: cuts.reduce((sum, { tokens }) => sum + tokens, 0),
			least: cuts.every((cut, at) => cut.steps === this.#first[at]),
			empty: cuts.every(({ text }) => text === ""),
			complete: cuts.every(({ complete }) => complete),
		};
	}

	#lastWithin({ tokens, countWhole }: { tokens: number; countWhole: boolean }): number {
		this.#findLast ??= this.#searchByCurves() ?? ((budget) => this.#searchByCounting(budget));
		let last = this.#findLast(tokens);
		while (countWhole && last > 0 && this.#countedAt(last) > tokens) last--;
		return last;
	}

	/** LLM tokens of all texts at a step of the joint order, each counted whole. */
	#countedAt(last: number): number {
		const steps = this.#order.stepsAt(last);
		return this.#texts.reduce((sum, text, at) => sum + text.countedAt(steps[at] ?? 0), 0);
	}

	/** Finds the last step whose cost is within a budget, 0 if none is. */
	#searchByCurves(): ((budget: number) => number) | null {
		const curves: Uint32Array[] = [];
		for (const { curve } of this.#texts) {
			if (curve === null) return null;
			curves.push(curve);
		}
		const { steps, owner } = this.#order;
		const own = this.#first.slice();
		const cost = new Uint32Array(steps + 1);
		cost[0] = curves.reduce((sum, curve, at) => sum + (curve[own[at] ?? 0] ?? 0), 0);
		owner.forEach((at, step) => {
			const before = own[at] ?? 0;
			const [less = 0, more = 0] = curves[at]?.subarray(before, before + 2) ?? [];
			own[at] = before + 1;
			cost[step + 1] = (cost[step] ?? 0) + more - less;
		});
		const least = leastFrom(cost);
		return (budget) => halve(0, steps + 1, (step) => (least[step] ?? 0) <= budget);
	}

	/** The same where some counts don't add up: see `Selection`, which halves the same ranges for every budget too. */
	#searchByCounting(budget: number): number {
		const { steps } = this.#order;
		if (this.#countedAt(steps) <= budget) return steps;
		return halve(0, steps, (step) => this.#countedAt(step) <= budget);
	}
}

/**
 * The first step from which on the text has at least so many LLM tokens, its last one if it never has. By a counter
 * whose counts don't add up they're taken to grow with the text.
 */
function stepWith(text: Stepped, tokens: number): number {
	if (tokens === 0) return 0;
	const { steps, curve } = text;
	const least = curve && leastFrom(curve);
	const costAt = (step: number) => least?.[step] ?? text.countedAt(step);
	if (costAt(0) >= tokens) return 0;
	return Math.min(steps, halve(0, steps + 1, (step) => costAt(step) < tokens) + 1);
}
