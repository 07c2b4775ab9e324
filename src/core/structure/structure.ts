// The first step of scoring: what of a text is protected, and what of it belongs together.
import { type Segment, segment } from "../segment/segment.ts";
import type { Block } from "./block.ts";
import { readData } from "./format.ts";
import { readMarkdown } from "./markdown/markdown.ts";
import { readRegions } from "./regions.ts";

export interface Structure {
	/** Protected spans, ascending, never overlapping. */
	readonly segments: readonly Segment[];
	/** What belongs together, in any order. */
	readonly blocks: readonly Block[];
}

/**
 * Recognises what kind of text it is and how that kind is built. Takes time linear in the text's length.
 *
 * @example
 * readStructure("- one\n- two") // segments: two markers; blocks: two items, each with its bullet as frame
 */
export function readStructure(text: string): Structure {
	return readData(text) ?? readRegions(text, readMarkdown(text, segment(text)));
}
