// Several contexts whose words have keep probabilities: what a caller selects from together, as often as wanted.
import { contextRelevance } from "../../core/contexts/context-relevance.ts";
import type { SelectContextsOptions } from "../../core/contexts/contexts-options.ts";
import type { ContextsResult } from "../../core/contexts/contexts-result.ts";
import { contextsSelectorInSteps } from "../../core/contexts/select-contexts.ts";
import type { TokenCounter } from "../../core/count/count.ts";
import type { ProtectOptions } from "../../core/options.ts";
import type { Device } from "../../core/result.ts";
import { runSteps, type Steps } from "../../core/steps.ts";
import type { Word } from "../../core/word-table.ts";
import { listWords, type TextScores, withProtect } from "../scored-text.ts";

/** One of several scored contexts. */
export interface ScoredContext {
	/** The context as it was given. */
	readonly text: string;
	/** Every word with its keep probability, in the order of this context. Made on first use, frozen. */
	readonly words: readonly Word[];
	/**
	 * How relevant the context is to the question, 0–1, not calibrated: the mean of its eight highest scores, of words it lacks 0. Absent
	 * without a question. Contexts below a quarter of the highest relevance fall away before the others.
	 */
	readonly relevance?: number;
}

/** Scored contexts. Hold no worker: they stay usable after `dispose`. */
export interface ScoredContexts {
	/** In the order that was given. */
	readonly contexts: readonly ScoredContext[];
	/** The question that the scores are for, without white space around it; absent: none. */
	readonly question?: string;
	/** The id of the model that scored. */
	readonly model: string;
	/** Where the model ran. */
	readonly device: Device;
	/**
	 * Selects from the scores of all contexts together: synchronous, the model isn't asked. Takes less than a frame, but
	 * for the first call with new choices or another `minPerContext`.
	 *
	 * @throws CompressorError "invalid-option"
	 *
	 * @example
	 * const scored = await compressor.score(passages);
	 * scored.select({ targetTokens: 500 }).contexts.map(({ text }) => text);
	 */
	select(options?: SelectContextsOptions): ContextsResult;
}

/** What is remembered of contexts: the same for all options, so that orders and costs are worked out once. */
export interface ContextsSource {
	readonly texts: readonly string[];
	readonly question: string | undefined;
	readonly scores: readonly TextScores[];
	readonly model: string;
	readonly device: Device;
	readonly selectInSteps: (options: SelectContextsOptions) => Steps<ContextsResult>;
}

/** @param by the model and device where no context has a word for them to read */
export function createContextsSource(
	texts: readonly string[],
	question: string | undefined,
	scores: readonly TextScores[],
	counter: TokenCounter,
	by: { readonly model: string; readonly device: Device },
): ContextsSource {
	const { model, device } = scores.findLast(({ words }) => words.start.length > 0) ?? by;
	const contexts = scores.map((own, at) => ({ text: texts[at] ?? "", ...own }));
	const selectInSteps = contextsSelectorInSteps({
		contexts,
		asked: question !== undefined,
		counter,
		model,
		device,
	});
	return { texts, question, scores, model, device, selectInSteps };
}

/** @param protect what `select` protects where its own options say nothing of it */
export function createScoredContexts(source: ContextsSource, protect?: ProtectOptions): ScoredContexts {
	const { texts, question, scores, model, device } = source;
	return {
		contexts: Object.freeze(
			scores.map((own, at) => scoredContext(texts[at] ?? "", own, question !== undefined, protect)),
		),
		...(question !== undefined && { question }),
		model,
		device,
		select: (options = {}) => runSteps(source.selectInSteps(withProtect(options, protect))),
	};
}

function scoredContext(
	text: string,
	{ words: table }: TextScores,
	asked: boolean,
	protect: ProtectOptions | undefined,
): ScoredContext {
	let words: readonly Word[] | undefined;
	return {
		text,
		...(asked && { relevance: contextRelevance(table.keepProbability) }),
		get words() {
			words ??= listWords({ text, words: table }, protect);
			return words;
		},
	};
}
