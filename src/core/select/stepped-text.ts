// One order of a text's words, and for each of its steps what is kept, what that reads like and what it costs.
import { runSteps, type Steps } from "../steps.ts";
import { costCurveInSteps } from "./cost-curve.ts";
import type { CountedText } from "./counted-text.ts";
import type { Layout } from "./gaps.ts";
import { KeptWords } from "./kept-words.ts";
import { forcesLineBreaks, withLineBreaks } from "./line-breaks.ts";
import { neverKept, type Order, orderWordsInSteps } from "./order.ts";
import type { Choices } from "./protection.ts";
import { type Rendering, render } from "./render.ts";

/** Texts counted whole are remembered by their number of steps, up to this many. */
const rememberedCounts = 10_000;

/** Orders the words of a text; what the steps cost is worked out when it is first asked for. */
export function* stepText(source: CountedText, choices: Choices): Steps<SteppedText> {
	return new SteppedText(
		source,
		choices,
		yield* orderWordsInSteps(source.layout, choices, source.byProbability),
	);
}

export class SteppedText {
	readonly #source: CountedText;
	readonly #order: Order;
	readonly #layout: Layout;
	readonly #step: Uint32Array;
	/** Whether the last step keeps everything, which gives the source with its outer white space. */
	readonly #canBeComplete: boolean;
	readonly #counted = new Map<number, number>();
	#curve: Uint32Array | null | undefined;

	constructor(source: CountedText, choices: Choices, order: Order) {
		const plain = { layout: source.layout, step: order.step };
		const forced = forcesLineBreaks(choices.force) ? withLineBreaks(plain, choices.dropConsecutive) : plain;
		this.#source = source;
		this.#order = order;
		this.#layout = forced.layout;
		this.#step = forced.step;
		this.#canBeComplete = !order.step.includes(neverKept);
	}

	get order(): Order {
		return this.#order;
	}

	/** The number of the last step; at step 0 only what is always kept stays. */
	get steps(): number {
		return this.#order.steps;
	}

	/** The keep probability that the words of each step are ranked by, never rising; of step `k` at `k - 1`. */
	get probabilities(): Float32Array {
		return this.#order.stepProbability;
	}

	stepAtThreshold(threshold: number): number {
		return this.#order.stepAtThreshold(threshold);
	}

	/**
	 * LLM tokens of the text at every step, exact, computed once; null where they can't be told without counting
	 * whole texts (see `costCurve`).
	 */
	get curve(): Uint32Array | null {
		return runSteps(this.curveInSteps());
	}

	/** The curve with pauses. */
	*curveInSteps(): Steps<Uint32Array | null> {
		if (this.#curve !== undefined) return this.#curve;
		const { counter, layout, tokens } = this.#source;
		const { steps } = this.#order;
		const own = { layout: this.#layout, step: this.#step, steps };
		let curve: Uint32Array | null = null;
		if (counter.additive) {
			const isWhole = this.#canBeComplete && this.#layout === layout;
			const kept = yield* isWhole ? this.#source.keepAll() : KeptWords.keep(own.layout, counter, own.step);
			curve = yield* costCurveInSteps(own, kept);
		}
		if (curve !== null && this.#canBeComplete) curve[steps] = tokens;
		this.#curve = curve;
		return curve;
	}

	/** LLM tokens at a step, the text counted whole. */
	countedAt(last: number): number {
		return this.#counted.get(last) ?? this.#countWhole(last, this.render(last).text);
	}

	/** LLM tokens of a step's rendered text: what is known already, else the text counted whole. */
	tokensOf(last: number, text: string): number {
		return this.#counted.get(last) ?? this.#curve?.[last] ?? this.#countWhole(last, text);
	}

	render(last: number): Rendering {
		if (!this.isComplete(last)) return render(this.#layout, this.#step, last);
		const { text } = this.#layout;
		return { text, spans: text === "" ? [] : [[0, text.length]] };
	}

	/** Whether every word stays, so that the text is the source itself. */
	isComplete(last: number): boolean {
		return last === this.#order.steps && this.#canBeComplete;
	}

	/** Whether the word of that number in the layout that was given stays. */
	isKept(at: number, last: number): boolean {
		return (this.#order.step[at] ?? neverKept) <= last;
	}

	#countWhole(last: number, text: string): number {
		const { counter, tokens: all } = this.#source;
		const tokens = this.isComplete(last) ? all : counter.count(text);
		if (this.#counted.size >= rememberedCounts) this.#counted.clear();
		this.#counted.set(last, tokens);
		return tokens;
	}
}
