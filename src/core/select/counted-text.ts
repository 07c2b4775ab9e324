// A text laid out and counted: what all selections from it share, worked out once for each part that is asked for.
import type { TokenCounter } from "../count/count.ts";
import type { Steps } from "../steps.ts";
import type { WordTable } from "../word-table.ts";
import { type Layout, layOutInSteps } from "./gaps.ts";
import { KeptWords } from "./kept-words.ts";
import { sortByProbability } from "./order.ts";

export class CountedText {
	readonly layout: Layout;
	readonly counter: TokenCounter;
	/** LLM tokens of the source. */
	readonly tokens: number;
	/** Word numbers, most needed first. */
	readonly byProbability: Uint32Array;
	#kept: KeptWords | undefined;

	private constructor(layout: Layout, counter: TokenCounter, tokens: number) {
		this.layout = layout;
		this.counter = counter;
		this.tokens = tokens;
		this.byProbability = sortByProbability(layout.words.keepProbability);
	}

	/** @param tokens of the source, where they have been counted */
	static *count(text: string, words: WordTable, counter: TokenCounter, tokens?: number): Steps<CountedText> {
		const layout = yield* layOutInSteps(text, words);
		yield;
		return new CountedText(layout, counter, tokens ?? (yield* counter.countInSteps(text)));
	}

	/** All words, to take some out. */
	*keepAll(): Steps<KeptWords> {
		this.#kept ??= yield* KeptWords.keep(this.layout, this.counter);
		return this.#kept.copy();
	}
}
