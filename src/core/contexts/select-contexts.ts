// From the scores of several contexts and options to one result for all of them: what a slider move calls.

import type { TokenCounter } from "../count/count.ts";
import type { ProtectOptions } from "../options.ts";
import type { Device, Warning } from "../result.ts";
import { CountedText } from "../select/counted-text.ts";
import { Recent } from "../select/recent.ts";
import { stepText } from "../select/stepped-text.ts";
import { amountOf, choicesOf, isByRate, keyOf } from "../select/wanted.ts";
import { shares } from "../shares.ts";
import { runSteps, type Steps } from "../steps.ts";
import type { WordTable } from "../word-table.ts";
import { blankText } from "./blank-text.ts";
import { contextRelevance, whichHelp } from "./context-relevance.ts";
import { type SelectContextsOptions, validateSelectContextsOptions } from "./contexts-options.ts";
import type { ContextResult, ContextsResult, ContextWarning } from "./contexts-result.ts";
import { contextWarnings, jointWarnings, textWarnings, unchangedWarning } from "./contexts-warnings.ts";
import { type JointCut, JointSelection, type JointText, type Stepped } from "./joint-selection.ts";

/** A context with its scores. */
export interface ScoredContext {
	readonly text: string;
	readonly words: WordTable;
	/** LLM tokens of the text, where they have been counted. */
	readonly sourceTokens?: number | undefined;
	/** About the scoring; every result repeats them. */
	readonly warnings: readonly Warning[];
}

/** Contexts with their scores, and what the result repeats of where they came from. */
export interface ScoredContexts {
	readonly contexts: readonly ScoredContext[];
	/** Whether the scores are for a question. */
	readonly asked: boolean;
	readonly counter: TokenCounter;
	readonly model: string;
	readonly device: Device;
	/** Used where the options say nothing of `protect`. */
	readonly protect?: ProtectOptions | undefined;
}

/** Orders kept for choices met before, of each context and of all of them. */
const rememberedSelections = 4;

/** One of the contexts with what was worked out of it. */
interface Part {
	readonly text: string;
	readonly counted: CountedText;
	readonly tier: 0 | 1;
	readonly remembered: Recent<Stepped>;
}

/**
 * A function that selects from all contexts together: the words of all of them are in one order, by keep probability,
 * and every result is a prefix of it, each context rendered by itself.
 *
 * - Every word kept is also kept at a higher rate, a larger budget, a lower threshold.
 * - Budgets are exact, as those of a single text; a context that falls away costs nothing.
 * - With a question, contexts that do not help (see `whichHelp`) have no word before half of the others is kept.
 * - One context gives what the single text gives.
 *
 * @returns the selecting function; it throws CompressorError `invalid-option`
 *
 * @example
 * const select = createContextsSelector({ contexts, asked: false, counter, model: "embedded", device: "wasm" });
 * select({ targetTokens: 500 }).contexts.map(({ text }) => text);
 */
export function createContextsSelector(
	scored: ScoredContexts,
): (options?: SelectContextsOptions) => ContextsResult {
	const select = contextsSelectorInSteps(scored);
	return (options) => runSteps(select(options));
}

/** The same with pauses. The next selection with the same choices then takes less than a frame. */
export function contextsSelectorInSteps(
	scored: ScoredContexts,
): (options?: SelectContextsOptions) => Steps<ContextsResult> {
	const { contexts, model, device } = scored;
	const lengths = contexts.map(({ text }) => text.length);
	const remembered = new Recent<JointSelection>(rememberedSelections);
	let known: readonly Part[] | null = null;
	let ofTexts: readonly ContextWarning[] | null = null;

	return function* (options = {}) {
		validateSelectContextsOptions(options, lengths);
		known ??= yield* partsOf(scored);
		const parts = known;
		ofTexts ??= textWarnings(contexts);
		const sourceTokens = parts.reduce((sum, { counted }) => sum + counted.tokens, 0);
		const amount = amountOf(options, sourceTokens);
		const unchanged = unchangedWarning(contexts, options);
		const cut = unchanged
			? allOf(parts)
			: (yield* selectionFor(parts, options, scored, remembered)).cut(amount, isByRate(options));
		const results = cut.cuts.map(({ text, spans, tokens }, at): ContextResult => {
			return { text, spans, ...shares(parts[at]?.counted.tokens ?? 0, tokens) };
		});
		return {
			contexts: results,
			...shares(sourceTokens, cut.tokens),
			warnings: [
				...(unchanged ? [unchanged] : jointWarnings(options, amount, cut)),
				...parts.flatMap(({ counted }, at) => contextWarnings(counted.layout, at, cut.cuts[at])),
				...ofTexts,
			],
			model,
			device,
		};
	};
}

function* partsOf({ contexts, asked, counter }: ScoredContexts): Steps<Part[]> {
	const help = whichHelp(contexts.map(({ words }) => contextRelevance(words.keepProbability)));
	const parts: Part[] = [];
	for (const { text, words, sourceTokens } of contexts) {
		parts.push({
			text,
			counted: yield* CountedText.count(text, words, counter, sourceTokens),
			tier: asked && !help[parts.length] ? 1 : 0,
			remembered: new Recent<Stepped>(rememberedSelections),
		});
	}
	return parts;
}

function selectionFor(
	parts: readonly Part[],
	options: SelectContextsOptions,
	{ counter, protect }: ScoredContexts,
	remembered: Recent<JointSelection>,
): Steps<JointSelection> {
	const { minPerContext = 0, pin, drop, ...others } = options;
	const chosen = parts.map((part, at) => {
		const [pinned, dropped] = [pin?.[at], drop?.[at]];
		const own = { ...others, ...(pinned && { pin: pinned }), ...(dropped && { drop: dropped }) };
		const choices = choicesOf(own, protect);
		return { part, choices, key: keyOf(choices) };
	});
	const key = JSON.stringify([minPerContext, chosen.map((each) => each.key)]);
	return remembered.get(key, function* () {
		const texts: JointText[] = [];
		for (const { part, choices, key } of chosen) {
			const { text, counted, tier } = part;
			const isBlank = !/\S/.test(text);
			const stepped = yield* part.remembered.get(key, function* (): Steps<Stepped> {
				return isBlank ? blankText(text, counter) : yield* stepText(counted, choices);
			});
			if (options.threshold === undefined) yield* stepped.curveInSteps();
			texts.push({ stepped, minTokens: isBlank ? 0 : minPerContext, tier });
		}
		return new JointSelection(texts);
	});
}

/** Every context as it is. */
function allOf(parts: readonly Part[]): JointCut {
	return {
		cuts: parts.map(({ text, counted }) => ({
			text,
			spans: text === "" ? [] : [[0, text.length]],
			tokens: counted.tokens,
			steps: 0,
			complete: true,
			isKept: () => true,
		})),
		tokens: parts.reduce((sum, { counted }) => sum + counted.tokens, 0),
		least: false,
		empty: false,
		complete: true,
	};
}
