// A text whose words have keep probabilities: what a caller selects from, as often as wanted.
import type { ScoreInput } from "../bridge/worker-interface.ts";
import type { TokenCounter } from "../core/count/count.ts";
import type { Explanation } from "../core/explain/explanation.ts";
import { isRecord } from "../core/invalid-option.ts";
import type { ProtectOptions, SelectOptions, Span } from "../core/options.ts";
import type { CompressResult, Device, Warning } from "../core/result.ts";
import { protectWords } from "../core/select/protection.ts";
import { Selector } from "../core/select/select.ts";
import { reasons, type Word, type WordTable } from "../core/word-table.ts";

/** A scored text. Holds no worker: it stays usable after `dispose`. */
export interface ScoredText {
	/** The source. */
	readonly text: string;
	/** The question that the scores are for, without white space around it; absent: none. */
	readonly question?: string;
	/** Every word with its keep probability, in source order. Made on first use, frozen. */
	readonly words: readonly Word[];
	/** The id of the model that scored. */
	readonly model: string;
	/** Where the model ran. */
	readonly device: Device;
	/**
	 * What the text is as a whole: `"data"` is JSON, YAML, settings, a table, a log, a diff or source code with no prose
	 * around it, best shown in a monospaced face; all else is `"text"`.
	 */
	readonly format: "text" | "data";
	/**
	 * Selects from the scores: synchronous, the model isn't asked. Takes less than a frame, but for the first
	 * call with new `protect`, `force`, `pin` or `drop`, or with a counting function of your own. To select anew
	 * from a very long text without a pause of the page, call `compress` with the same options: it works in slices.
	 *
	 * @throws CompressorError "invalid-option"
	 *
	 * @example
	 * scored.select({ rate: 0.33 }).text;
	 */
	select(options?: SelectOptions): CompressResult;
	/**
	 * Why `select` with the same options keeps or drops each word that a range of the source overlaps.
	 *
	 * @throws CompressorError "invalid-option"
	 *
	 * @example
	 * scored.explain([0, 5], { rate: 0.33 })[0].because; // { kind: "amount", by: "rate", value: 0.33 }
	 */
	explain(span: Span, options?: SelectOptions): readonly Explanation[];
}

/** What scoring said of a text, and what said it. */
export interface TextScores {
	readonly words: WordTable;
	/** LLM tokens of the text, where they were counted meanwhile. */
	readonly sourceTokens?: number | undefined;
	readonly warnings: readonly Warning[];
	readonly model: string;
	readonly device: Device;
	/** ISO 639-1 codes of the languages that the model reads; undefined: not known. */
	readonly languages?: readonly string[] | undefined;
}

/** What is remembered of a text: the same for all options, so that orders and costs are worked out once. */
export interface Source extends ScoreInput, TextScores {
	readonly selector: Selector;
}

export function createSource(
	{ text, question }: ScoreInput,
	scores: TextScores,
	counter: TokenCounter,
): Source {
	const selector = new Selector({ text, counter, ...scores });
	return { text, question, ...scores, selector };
}

/** @param protect what `select` protects where its own options say nothing of it */
export function createScoredText(source: Source, protect?: ProtectOptions): ScoredText {
	const { text, question, model, device } = source;
	let words: readonly Word[] | undefined;
	const withDefault = (options: SelectOptions) => withProtect(options, protect);
	return {
		text,
		...(question !== undefined && { question }),
		model,
		device,
		format: source.words.isData ? "data" : "text",
		get words() {
			words ??= listWords(source, protect);
			return words;
		},
		select: (options = {}) => source.selector.select(withDefault(options)),
		explain: (span, options = {}) => source.selector.explain(span, withDefault(options)),
	};
}

/** `options` with `protect` where they say nothing of it. What is no object of options is left for the check to refuse. */
export function withProtect<Options extends { readonly protect?: ProtectOptions | undefined }>(
	options: Options,
	protect: ProtectOptions | undefined,
): Options {
	if (!protect || !isRecord(options) || options.protect !== undefined) return options;
	return { ...options, protect };
}

export function listWords(
	{ text, words }: Pick<Source, "text" | "words">,
	protect: ProtectOptions | undefined,
): readonly Word[] {
	const { start, end, keepProbability } = words;
	const { reason } = protectWords(text, words, protect ? { protect } : {});
	return Object.freeze(
		Array.from(start, (from, at) =>
			Object.freeze({
				start: from,
				end: end[at] ?? from,
				keepProbability: keepProbability[at] ?? 0,
				protected: reasons[reason[at] ?? 0] ?? null,
			}),
		),
	);
}
