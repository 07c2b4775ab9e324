// Random contexts with random keep probabilities, blank ones among them, and choices for them.
import fc from "fast-check";
import { customCounter, type TokenCounter } from "../count/count.ts";
import { type Scored, scoredArbitrary, scoredWithChoices, scoreWith } from "../select/scored.fixture.ts";
import type { SelectContextsOptions } from "./contexts-options.ts";
import type { ContextsResult } from "./contexts-result.ts";
import { createContextsSelector } from "./select-contexts.ts";

/** Counts words: adds nothing up, but grows with the text. */
export const byWords = customCounter((text) => text.split(/\s+/).filter(Boolean).length);

/** Selects from contexts as if scored for a question or not. */
export function selectorOf(contexts: readonly Scored[], counter: TokenCounter, asked = false) {
	return createContextsSelector({
		contexts: contexts.map((context) => ({ ...context, warnings: [] })),
		asked,
		counter,
		model: "random",
		device: "wasm",
	});
}

/** `one two …`: so many words, each as likely as its number says, in falling order. */
export function falling(...probabilities: number[]): Scored {
	const names = "one two three four five six seven eight nine ten".split(" ");
	const text = probabilities.map((_, at) => names[at % names.length]).join(" ");
	return scoreWith(text, probabilities);
}

export const textsOf = ({ contexts }: ContextsResult) => contexts.map(({ text }) => text);

const blank = fc.constantFrom("", " ", "\n\t ").map((text) => scoreWith(text, [0]));

export const contextsArbitrary = fc.array(fc.oneof({ weight: 5, arbitrary: scoredArbitrary }, blank), {
	maxLength: 4,
});

/** Contexts with the choices for each; protection and forced words are those of the first. */
export const contextsWithChoices = fc
	.array(fc.oneof({ weight: 5, arbitrary: scoredWithChoices }, blank), { maxLength: 4 })
	.map((list) => {
		const choicesOf = (at: number) => {
			const own = list[at];
			return own && "choices" in own ? own.choices : {};
		};
		const { protect, force } = choicesOf(0);
		const choices: SelectContextsOptions = {
			...(protect && { protect }),
			...(force && { force }),
			pin: list.map((_, at) => choicesOf(at).pin ?? []),
			drop: list.map((_, at) => choicesOf(at).drop ?? []),
		};
		return { contexts: list.map(({ text, words }): Scored => ({ text, words })), choices };
	});
