// From scores and options to a result: what a slider move calls. All of it is synchronous arithmetic.

import type { TokenCounter } from "../count/count.ts";
import { explainWord } from "../explain/explain.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { ProtectOptions, SelectOptions, Span } from "../options.ts";
import type { CompressResult, Device, Warning } from "../result.ts";
import { shares } from "../shares.ts";
import { runSteps, type Steps } from "../steps.ts";
import { validateSelectOptions, validateSpan } from "../validate.ts";
import { type WordTable, wordKind } from "../word-table.ts";
import { CountedText } from "./counted-text.ts";
import type { Layout } from "./gaps.ts";
import { languageWarning } from "./language.ts";
import { type Choices, wordsIn } from "./protection.ts";
import { Recent } from "./recent.ts";
import { type Amount, type Cut, Selection } from "./selection.ts";
import { stepText } from "./stepped-text.ts";
import { amountOf, amountReason, choicesOf, isByRate, keyOf } from "./wanted.ts";
import {
	droppedWarnings,
	emptyWarning,
	exceedsWarning,
	nothingKeptWarning,
	shortWarning,
} from "./warnings.ts";

/** A text with its scores, and what the result repeats of where they came from. */
export interface ScoredText {
	readonly text: string;
	readonly words: WordTable;
	readonly counter: TokenCounter;
	/** LLM tokens of the text, where they have been counted. */
	readonly sourceTokens?: number | undefined;
	readonly model: string;
	readonly device: Device;
	/** ISO 639-1 codes of the languages that the model reads; undefined: not known, and no warning of others. */
	readonly languages?: readonly string[] | undefined;
	/** Used where the options say nothing of `protect`. */
	readonly protect?: ProtectOptions | undefined;
	/** About the scoring; every result repeats them. */
	readonly warnings?: readonly Warning[];
}

/** Orders kept for choices met before: enough to switch a pinned word on and off. */
const rememberedSelections = 4;

/**
 * Selects from one text's scores. Choices (`protect`, `force`, `pin`, `drop` and their like) are worked
 * out once for each set of them; after that a new `rate`, `targetTokens` or `threshold` takes less than a frame.
 *
 * - Every word kept is also kept at a higher rate, a larger budget, a lower threshold.
 * - `targetTokens` is never exceeded but by what must be kept, which a warning says. `rate` means a budget of
 *   `floor(rate × sourceTokens)`, but keeps at least the most needed word; where that with what must stay beside it
 *   (a heading, a table's head) exceeds the budget, the same warning says so.
 * - A text that is empty, white space only, or one word comes back as it is, with a warning.
 *
 * @example
 * const selector = new Selector({ text, words, counter, model: "embedded", device: "wasm" });
 * selector.select({ targetTokens: 100 }).keptTokens; // at most 100
 */
export class Selector {
	readonly #scored: ScoredText;
	readonly #remembered = new Recent<Selection>(rememberedSelections);
	#counted: CountedText | null = null;
	/** About the text itself and its scoring; every result repeats them. */
	#textWarnings: readonly Warning[] | null = null;

	constructor(scored: ScoredText) {
		this.#scored = scored;
	}

	/** @throws CompressorError `invalid-option` */
	select(options: SelectOptions = {}): CompressResult {
		return runSteps(this.selectInSteps(options));
	}

	/** The same with pauses. The next selection with the same choices then takes less than a frame. */
	*selectInSteps(options: SelectOptions = {}): Steps<CompressResult> {
		const { text, model, device, languages } = this.#scored;
		const { counted, cut, unchanged, amount } = yield* this.#cut(options);
		this.#textWarnings ??= [languageWarning(text, languages) ?? [], this.#scored.warnings ?? []].flat();
		return {
			text: cut.text,
			spans: cut.spans,
			...shares(counted.tokens, cut.tokens),
			warnings: [
				...(unchanged ? [unchanged] : amountWarnings(options, amount, cut)),
				...droppedWarnings(counted.layout, cut.isKept),
				...this.#textWarnings,
			],
			model,
			device,
		};
	}

	/**
	 * Why `select` with the same options keeps or drops each word that a span overlaps, in source order.
	 *
	 * @throws CompressorError `invalid-option`
	 */
	explain(span: Span, options: SelectOptions = {}): Explanation[] {
		validateSpan("span", span, this.#scored.text.length);
		const { counted, selection, choices, cut, unchanged } = runSteps(this.#cut(options));
		const { layout } = counted;
		const [first, end] = wordsIn(layout.words, span);
		const selected = {
			layout,
			order: selection.order,
			choices,
			steps: cut.steps,
			complete: unchanged !== null || cut.complete,
			amount: amountReason(options),
		};
		return Array.from({ length: end - first }, (_, at) => explainWord(selected, first + at));
	}

	*#cut(options: SelectOptions) {
		const { text, words, counter, sourceTokens, protect } = this.#scored;
		validateSelectOptions(options, text.length);
		this.#counted ??= yield* CountedText.count(text, words, counter, sourceTokens);
		const counted = this.#counted;
		const choices = choicesOf(options, protect);
		const unchanged = unchangedWarning(counted.layout, choices);
		const amount = amountOf(options, counted.tokens);
		const selection = yield* this.#remembered.get(keyOf(choices), function* () {
			return new Selection(yield* stepText(counted, choices));
		});
		if (!unchanged && "tokens" in amount) yield* selection.priceInSteps();
		yield;
		const cut = unchanged ? wholeText(text, counted.tokens) : selection.cut(amount, isByRate(options));
		return { counted, selection, choices, cut, unchanged, amount };
	}
}

/** The selecting function of a new {@link Selector}. */
export function createSelector(scored: ScoredText): (options?: SelectOptions) => CompressResult {
	const selector = new Selector(scored);
	return (options) => selector.select(options);
}

/** Why a text has to come back as it is, if it has to. */
function unchangedWarning({ text, words }: Layout, { drop = [] }: Choices): Warning | null {
	if (!/\S/.test(text)) return emptyWarning;
	if (drop.length > 0) return null;
	let content = 0;
	for (let at = 0; at < words.kind.length && content < 2; at++) {
		if (words.kind[at] === wordKind.word) content++;
	}
	return content < 2 ? shortWarning : null;
}

function wholeText(text: string, tokens: number): Cut {
	return {
		text,
		spans: text === "" ? [] : [[0, text.length]],
		tokens,
		steps: 0,
		complete: true,
		isKept: () => true,
	};
}

function amountWarnings(options: SelectOptions, amount: Amount, cut: Cut): Warning[] {
	if (cut.text === "") return [nothingKeptWarning];
	if (!("tokens" in amount)) return [];
	if (cut.tokens > amount.tokens) {
		return [exceedsWarning(cut.tokens, amount.tokens, cut.spans, cut.steps === 0)];
	}
	return cut.complete && options.targetTokens !== undefined ? [shortWarning] : [];
}
