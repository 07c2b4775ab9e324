// What the recognisers of structure say of a text: which ranges belong together.
import type { Span } from "../options.ts";
import type { Segment } from "../segment/segment.ts";

/** A range that structures the text, in UTF-16 code units of the source. Blocks nest; none overlap in part. */
export interface Block {
	readonly start: number;
	readonly end: number;
	/**
	 * Ranges inside, ascending: their words stay while any word of the block stays, in nested blocks too. A frame
	 * that covers the block makes it a whole, which stays or goes as one.
	 */
	readonly frame: readonly Span[];
	/** Whether the block must not stay without a word beside its frame: a link without text is none. Default false. */
	readonly filled?: boolean;
}

/** What is recognised of a whole text. */
export interface Structure {
	/** Protected spans, ascending, never overlapping. */
	readonly segments: readonly Segment[];
	/** What belongs together, in any order. */
	readonly blocks: readonly Block[];
	/** Whether the whole text is data or code, with no prose around it. Default false. */
	readonly isData?: boolean;
}
