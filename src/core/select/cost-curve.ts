// How many LLM tokens the rendered text has after every step of the order, exact, computed once:
// everything is kept first, then words go in reverse order, and only the piece around each is counted anew.
import type { TokenCounter } from "../count/count.ts";
import { runSteps, type Steps } from "../steps.ts";
import type { Layout } from "./gaps.ts";
import { countsPerStep, KeptWords } from "./kept-words.ts";
import { neverKept } from "./order.ts";

/** A layout with the step of each of its words, and the number of steps; see `Order`. */
export interface SteppedLayout {
	readonly layout: Layout;
	readonly step: Uint32Array;
	readonly steps: number;
}

/**
 * LLM tokens of `render(layout, step, k).text` for every `k` from 0 to `steps`; null where a text has
 * pieces too long to count again for every word, or the counter's counts do not add up.
 */
export function costCurve(stepped: SteppedLayout, counter: TokenCounter): Uint32Array | null {
	if (!counter.additive) return null;
	return runSteps(costCurveInSteps(stepped, runSteps(KeptWords.keep(stepped.layout, counter, stepped.step))));
}

/**
 * The same with pauses.
 *
 * @param kept all words that have a step; none is left in it afterwards
 */
export function* costCurveInSteps(stepped: SteppedLayout, kept: KeptWords): Steps<Uint32Array | null> {
	const { step: stepOf, steps } = stepped;
	const cost = new Uint32Array(steps + 1);
	const byStep = wordsByStep(stepped);
	yield;
	let next = byStep.length - 1;
	for (let step = steps; step >= 0; step--) {
		cost[step] = kept.tokens;
		// One step may hold most of the words, so the length is looked at before each.
		for (; step > 0 && next >= 0 && stepOf[byStep[next] ?? 0] === step && !kept.tooLong; next--) {
			kept.remove(byStep[next] ?? 0);
			if (next % countsPerStep === 0) yield;
		}
		if (kept.tooLong) return null;
	}
	return cost;
}

/** The numbers of all words that have a step, ascending by step. */
function wordsByStep({ step, steps }: SteppedLayout): Uint32Array {
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
