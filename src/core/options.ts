// The options of scoring and selecting, with their units, defaults and limits.
import type { ProtectKind } from "./word-table.ts";

/** Half-open range `[start, end)` in UTF-16 code units of the source. */
export type Span = readonly [start: number, end: number];

/**
 * Kinds always kept (default: all but `number`) and further patterns whose matches are always kept.
 *
 * - `code`, `url`, `placeholder`, `number`: the whole span;
 * - `markup`: tags; bullets, heading signs and table bars stay with any word of their line;
 * - `negation`: a negation or restriction (not, never, only, unless, …) stays with any word of its clause;
 * - `patterns`: every word that a match overlaps. Flags `g` and `y` make no difference. A pattern that might
 *   take very long on this text is refused.
 */
export type ProtectOptions = Partial<Record<ProtectKind, boolean | undefined>> & {
	/** Every word that a match overlaps is always kept. */
	readonly patterns?: readonly RegExp[] | undefined;
};

/**
 * How much to keep: at most one of `rate`, `targetTokens`, `threshold`; without any, `rate: 0.5`. Whatever is
 * kept of a text at one amount is also kept at every larger one.
 */
export interface SelectOptions {
	/**
	 * Share of the source's LLM tokens to keep, over the whole text: 0 < rate ≤ 1. Default 0.5. The result has
	 * at most `floor(rate × sourceTokens)`, but at least the most needed word.
	 */
	readonly rate?: number | undefined;
	/**
	 * The result has at most this many LLM tokens: an integer ≥ 1. Only what is always kept may exceed it,
	 * which a warning says; where no word fits, the result is empty, with a warning.
	 */
	readonly targetTokens?: number | undefined;
	/**
	 * Keep every word whose keep probability reaches this, 0–1, and what depends on it; the rate follows from the
	 * text. Of a text scored with a `question` it is the combined score that must reach it: words that the question
	 * does not need have at most 0.5, and much less where their passage does not answer it.
	 */
	readonly threshold?: number | undefined;
	/** Kinds and patterns always kept. Default: what `score` was given, else all kinds but `number`. */
	readonly protect?: ProtectOptions | undefined;
	/**
	 * Words or marks that are always kept, matched exactly and as wholes (LLMLingua's `force_tokens`). Several
	 * words in a row may be one string. `"\n"` keeps all line breaks; other white space matches nothing.
	 */
	readonly force?: readonly string[] | undefined;
	/** Every word that holds a digit is always kept (LLMLingua's `force_reserve_digit`). Default false. */
	readonly keepDigits?: boolean | undefined;
	/**
	 * Of a forced word or mark that would follow itself in the result only the first stays (LLMLingua's
	 * `drop_consecutive`); the next one comes back as soon as any word between the two is kept. Default false.
	 */
	readonly dropConsecutive?: boolean | undefined;
	/** Source ranges that the person keeps: every word they overlap. Wins over everything but `drop`. */
	readonly pin?: readonly Span[] | undefined;
	/** Source ranges that the person drops: every word they overlap. Wins over protection, force and pin. */
	readonly drop?: readonly Span[] | undefined;
}
