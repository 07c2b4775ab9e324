// A text of white space only among others: it has no word to keep, so it goes first and comes back last.
import type { TokenCounter } from "../count/count.ts";
import type { Rendering } from "../select/render.ts";
import { inOneStep } from "../steps.ts";
import type { Stepped } from "./joint-selection.ts";

/** The order of a blank text: one step, less needed than every word, that keeps all of it. */
export function blankText(text: string, counter: TokenCounter): Stepped {
	const all = counter.count(text);
	const curve = Uint32Array.of(0, all);
	const countedAt = (last: number) => (last === 0 ? 0 : all);
	return {
		steps: 1,
		probabilities: new Float32Array(1),
		curve,
		curveInSteps: () => inOneStep(() => curve),
		countedAt,
		tokensOf: countedAt,
		stepAtThreshold: (threshold) => (threshold === 0 ? 1 : 0),
		render: (last): Rendering => {
			if (last === 0 || text === "") return { text: "", spans: [] };
			return { text, spans: [[0, text.length]] };
		},
		isComplete: (last) => last === 1,
		isKept: () => false,
	};
}
