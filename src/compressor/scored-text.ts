// A text whose words have keep probabilities: what a caller selects from, as often as wanted.
import type { ScoreInput } from "../bridge/worker-interface.ts";
import type { TokenCounter } from "../core/count/count.ts";
import type { ProtectOptions, SelectOptions } from "../core/options.ts";
import type { CompressResult, Device, Warning } from "../core/result.ts";
import { protectWords } from "../core/select/protection.ts";
import { createSelector } from "../core/select/select.ts";
import { reasons, type Word, type WordTable } from "../core/word-table.ts";

/** A scored text. Holds no worker: it stays usable after `dispose`. */
export interface ScoredText {
	readonly text: string;
	/** The question that the scores are for, without white space around it; absent: none. */
	readonly question?: string;
	/** Every word with its keep probability, in source order. Made on first use, frozen. */
	readonly words: readonly Word[];
	readonly model: string;
	readonly device: Device;
	/**
	 * Selects from the scores: synchronous, the model isn't asked. Takes less than a frame, but for the first
	 * call with new `protect`, `force`, `pin` or `drop`.
	 *
	 * @throws CompressorError "invalid-option"
	 *
	 * @example
	 * scored.select({ rate: 0.33 }).text;
	 */
	select(options?: SelectOptions): CompressResult;
}

/** What is remembered of a text: the same for all options, so that orders and costs are worked out once. */
export interface Source extends ScoreInput {
	readonly words: WordTable;
	readonly model: string;
	readonly device: Device;
	readonly select: (options: SelectOptions) => CompressResult;
}

export function createSource(
	{ text, question }: ScoreInput,
	scores: { readonly words: WordTable; readonly warnings: readonly Warning[] },
	counter: TokenCounter,
	by: { readonly model: string; readonly device: Device },
): Source {
	const { model, device } = by;
	const { words, warnings } = scores;
	const select = createSelector({ text, words, warnings, counter, model, device });
	return { text, question, words, model, device, select };
}

/** @param protect what `select` protects where its own options say nothing of it */
export function createScoredText(source: Source, protect?: ProtectOptions): ScoredText {
	const { text, question, model, device } = source;
	let words: readonly Word[] | undefined;
	return {
		text,
		...(question !== undefined && { question }),
		model,
		device,
		get words() {
			words ??= listWords(source, protect);
			return words;
		},
		select: (options = {}) =>
			source.select(protect && options.protect === undefined ? { ...options, protect } : options),
	};
}

function listWords({ text, words }: Source, protect: ProtectOptions | undefined): readonly Word[] {
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
