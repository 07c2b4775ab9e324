// The options of scoring and selecting, with their units, defaults and limits.
import type { ProtectKind } from "./word-table.ts";

/** Half-open range `[start, end)` in UTF-16 code units of the source. */
export type Span = readonly [start: number, end: number];

/** Kinds always kept (default: all but `number`) and further patterns whose matches are always kept. */
export type ProtectOptions = Partial<Record<ProtectKind, boolean>> & {
	readonly patterns?: readonly RegExp[];
};

/** How much to keep. At most one of `rate`, `targetTokens`, `threshold`; without any, `rate: 0.5`. */
export interface SelectOptions {
	/** Share of the source's LLM tokens to keep, over the whole text: 0 < rate ≤ 1. Default 0.5. */
	readonly rate?: number;
	/** The result has at most this many LLM tokens: an integer ≥ 1. */
	readonly targetTokens?: number;
	/** Keep every word whose keep probability reaches this, 0–1; the rate follows from the text. */
	readonly threshold?: number;
	/** Kinds and patterns always kept. Default: what `score` was given, else all kinds but `number`. */
	readonly protect?: ProtectOptions;
	/** Words or single characters that are always kept, matched exactly (LLMLingua's `force_tokens`). */
	readonly force?: readonly string[];
	/** Source ranges that the person keeps; wins over everything but `drop`'s later say on the same word. */
	readonly pin?: readonly Span[];
	/** Source ranges that the person drops; wins over protection and force. */
	readonly drop?: readonly Span[];
}
