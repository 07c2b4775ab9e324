// What scoring knows of a text: one row a word, in source order, as typed arrays that cross
// the worker boundary by transfer. Segment, words and merge fill it; select and render read it.

/** Why a word is kept whatever its probability. The position in the list is the value in `WordTable.reason`. */
export const reasons = [
	null,
	"code",
	"url",
	"placeholder",
	"markup",
	"negation",
	"number",
	"pattern",
	"forced",
	"pinned",
] as const;

/** A reason by name; `null` where the model alone decides. */
export type Reason = Exclude<(typeof reasons)[number], null>;

/** The kinds of `protect` that `segment` and `words` recognise by themselves. */
export type ProtectKind = "code" | "url" | "placeholder" | "markup" | "negation" | "number";

/**
 * What part a word plays in its clause. Values of `WordTable.kind`.
 *
 * - `word`: carries meaning and is ranked by its keep probability.
 * - `separator`: a mark inside a sentence (`,` `;` `:` `、` a lone dash).
 * - `terminal`: a mark that ends a sentence (`.` `!` `?` `。` `؟`).
 * - `open`, `close`: brackets and quotation marks; both of a pair stay or both go.
 * - `marker`: what opens a line (`#`, `-`, `1.`, `>`, a table bar): stays with any word of its line.
 */
export const wordKind = { word: 0, separator: 1, terminal: 2, open: 3, close: 4, marker: 5 } as const;

export interface WordTable {
	/** Half-open range in UTF-16 code units of the source: `[start, end)`. Ascending, never overlapping. */
	readonly start: Uint32Array;
	readonly end: Uint32Array;
	/**
	 * 0–1, the mean over the word's tokens; where a question was asked, the combined score of keep probability and
	 * relevance (`combineScores`).
	 */
	readonly keepProbability: Float32Array;
	/** Index into {@link reasons}. The built-in kinds only; patterns, force and pins come at selection. */
	readonly reason: Uint8Array;
	/** A value of {@link wordKind}. */
	readonly kind: Uint8Array;
	/**
	 * Number of the clause the word lies in, from 0, ascending. A clause never crosses a sentence or a line
	 * break that ends a paragraph or item, but for the list under a negated introduction ("You must never:"),
	 * which is all one clause with it.
	 */
	readonly clause: Uint32Array;
	/** The structure that the words stand in. */
	readonly blocks: BlockTable;
	/** Whether the whole text is data or code, with no prose around it. Default false. */
	readonly isData?: boolean;
}

/**
 * What belongs together in a structured text: list items with their bullets, tables with their heads, links with
 * their targets. Blocks nest; they are numbered from 1 in the order of their beginnings, and 0 is the text itself.
 */
export interface BlockTable {
	/** For each word the innermost block that it lies in. */
	readonly of: Uint32Array;
	/** For each block the one around it; `parent[0]` is 0. */
	readonly parent: Uint32Array;
	/** For each block 1 if it must not stay without a word that is no part of a frame. */
	readonly filled: Uint8Array;
	/**
	 * The frames, ranges of words that stay while any word of their block stays: three numbers each, the block, the
	 * first word and the one behind the last, ascending by block.
	 */
	readonly frames: Uint32Array;
}

/** The blocks of a text without structure. */
export function noBlocks(words: number): BlockTable {
	return {
		of: new Uint32Array(words),
		parent: new Uint32Array(1),
		filled: new Uint8Array(1),
		frames: new Uint32Array(),
	};
}

/** The table of a text without words. Made anew each time: transferring one empties it for good. */
export function emptyWordTable(): WordTable {
	return {
		start: new Uint32Array(),
		end: new Uint32Array(),
		keepProbability: new Float32Array(),
		reason: new Uint8Array(),
		kind: new Uint8Array(),
		clause: new Uint32Array(),
		blocks: noBlocks(0),
	};
}

/** One word as callers see it. */
export interface Word {
	/** Where it begins in the source, in UTF-16 code units. */
	readonly start: number;
	/** Where it ends: the first code unit behind it. */
	readonly end: number;
	/** 0–1. Where a question was asked, it ranks by what the question needs: see `question` of `ScoreOptions`. */
	readonly keepProbability: number;
	/** Why it is kept whatever its probability; null where the model alone decides. */
	readonly protected: Reason | null;
}
