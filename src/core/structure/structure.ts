// The first step of scoring: what of a text is protected, and what of it belongs together.
import { segmentInSteps } from "../segment/segment.ts";
import type { Steps } from "../steps.ts";
import type { Structure } from "./block.ts";
import { readDataInSteps } from "./format.ts";
import { readMarkdownInSteps } from "./markdown/markdown.ts";
import { readRegionsInSteps } from "./regions.ts";

/**
 * Recognises what kind of text it is and how that kind is built. Takes time linear in the text's length.
 *
 * @example
 * runSteps(readStructureInSteps("- one\n- two")) // segments: two markers; blocks: two items, each with its bullet as frame
 */
export function* readStructureInSteps(text: string): Steps<Structure> {
	const data = yield* readDataInSteps(text);
	yield;
	if (data) return { ...data, isData: true };
	const segments = yield* segmentInSteps(text);
	return yield* readRegionsInSteps(text, yield* readMarkdownInSteps(text, segments));
}
