// Random texts with random keep probabilities, through the real `segment` and `splitWords`.
import fc from "fast-check";
import type { SelectOptions, Span } from "../options.ts";
import { readWords } from "../read-words.ts";
import { textArbitrary } from "../text.fixture.ts";
import type { WordTable } from "../word-table.ts";

export interface Scored {
	readonly text: string;
	readonly words: WordTable;
}

/** A text with the given keep probabilities, repeated as often as there are words. */
export function scoreWith(text: string, probabilities: readonly number[]): Scored {
	const words = readWords(text);
	words.keepProbability.forEach((_, at) => {
		words.keepProbability[at] = probabilities[at % probabilities.length] ?? 0;
	});
	return { text, words };
}

/** Few distinct probabilities, so that ties are common. */
const probabilities = fc.array(
	fc.integer({ min: 0, max: 12 }).map((n) => n / 12),
	{
		minLength: 60,
		maxLength: 160,
	},
);

export const scoredArbitrary = fc
	.tuple(textArbitrary, probabilities)
	.map(([text, values]) => scoreWith(text, values));

const span = (text: string) =>
	fc
		.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 8 }))
		.map(([start, length]): Span => [start, Math.min(text.length, start + length)]);

/** Choices of every kind for a text: protection, forced words, pins, drops. */
export function choicesArbitrary(text: string): fc.Arbitrary<SelectOptions> {
	const spans = text === "" ? fc.constant<Span[]>([]) : fc.array(span(text), { maxLength: 3 });
	return fc.record(
		{
			protect: fc.record(
				{
					code: fc.boolean(),
					url: fc.boolean(),
					placeholder: fc.boolean(),
					markup: fc.boolean(),
					negation: fc.boolean(),
					number: fc.boolean(),
					patterns: fc.subarray([/[A-Z]\w+/, /\p{Script=Han}/u, /the\s+\w/g, /[.,]/]),
				},
				{ requiredKeys: [] },
			),
			force: fc.subarray(["\n", "?", "the", "日本", ".", ",", "the word"]),
			keepDigits: fc.boolean(),
			dropConsecutive: fc.boolean(),
			pin: spans,
			drop: spans,
		},
		{ requiredKeys: [] },
	);
}

export const scoredWithChoices = scoredArbitrary.chain((scored) =>
	choicesArbitrary(scored.text).map((choices) => ({ ...scored, choices })),
);
