// Why a word was kept or dropped: what `explain` gives for each word.
import type { Span } from "../options.ts";
import type { ProtectKind } from "../word-table.ts";

/** What ties a word to another one, so that it stays or goes with it. */
export type Tie =
	/** A negation or restriction stays with any word of its clause. */
	| "negation"
	/** What a negation is about stays with the negation. */
	| "negated"
	/** A block's frame (a bullet, a table's head, a link's target) stays with any word of the block. */
	| "block"
	/** What opens a line stays with any word of the line. */
	| "line"
	/** A mark stays only beside a word that stays; brackets and quotation marks stay in pairs. */
	| "mark"
	/** A forced word that would follow itself stays only with a word between (`dropConsecutive`). */
	| "repeat";

/**
 * The reason for what became of a word, the first of these that holds:
 *
 * - `pinned`, `dropped`: the person's choice (`pin`, `drop`);
 * - `forced`: one of `force` (`item`), or by `keepDigits` (`item` is null);
 * - `pattern`: a match of this one of `protect.patterns`;
 * - `protected`: by this kind of `protect`;
 * - `everything`: the whole text is kept;
 * - `tied`: it stays or goes with the word at `to`;
 * - `amount`: its keep probability is enough for the amount asked for, or it is not.
 */
export type Because =
	| { readonly kind: "pinned" }
	| { readonly kind: "dropped" }
	| { readonly kind: "forced"; readonly item: string | null }
	| { readonly kind: "pattern"; readonly pattern: RegExp }
	| { readonly kind: "protected"; readonly rule: Exclude<ProtectKind, "negation"> }
	| { readonly kind: "everything" }
	| { readonly kind: "tied"; readonly as: Tie; readonly to: Span }
	| AmountReason;

/** The option that sets the amount, and its value. */
export interface AmountReason {
	/** The amount decides. */
	readonly kind: "amount";
	/** The option that says how much to keep. */
	readonly by: "rate" | "targetTokens" | "threshold";
	/** Its value. */
	readonly value: number;
}

/** What became of one word, and why. */
export interface Explanation {
	/** Where the word begins in the source, in UTF-16 code units. */
	readonly start: number;
	/** Where it ends: the first code unit behind it. */
	readonly end: number;
	/** 0–1. */
	readonly keepProbability: number;
	/** Place among all words and marks by keep probability, from 1, the most needed. */
	readonly rank: number;
	/** How many words and marks there are. */
	readonly of: number;
	/** Whether `select` with the same options keeps it. */
	readonly kept: boolean;
	/** The reason for that. */
	readonly because: Because;
}
