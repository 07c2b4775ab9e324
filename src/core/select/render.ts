// Last step of a selection: the kept words as text, verbatim, with the source's own white space between.

import type { Span } from "../options.ts";
import { firstStart, type Layout, leading, separator, strongerGap } from "./gaps.ts";

export interface Rendering {
	readonly text: string;
	readonly spans: readonly Span[];
}

/**
 * The words whose step is at most `last`, in source order. Words that stand together in the source share
 * a span, white space included; between two spans `separator` decides. White space around the text goes but for
 * what `leading` keeps.
 */
export function render(layout: Layout, step: Uint32Array, last: number): Rendering {
	const { text, words } = layout;
	const { start, end } = words;
	const spans: Span[] = [];
	let rendered = "";
	let spanStart = 0;
	let previous = -1;
	let strongest = 0;
	for (let at = 0; at < step.length; at++) {
		strongest = previous === at - 1 ? at : strongerGap(layout, strongest, at);
		if ((step[at] ?? 0) > last) continue;
		if (previous !== at - 1 || previous < 0) {
			if (previous < 0) {
				rendered = leading(layout, at);
				spanStart = firstStart(layout, at);
			} else {
				const spanEnd = end[previous] ?? 0;
				spans.push([spanStart, spanEnd]);
				rendered += text.slice(spanStart, spanEnd) + separator(layout, previous, at, strongest);
				spanStart = start[at] ?? 0;
			}
		}
		previous = at;
	}
	if (previous >= 0) {
		const spanEnd = end[previous] ?? 0;
		spans.push([spanStart, spanEnd]);
		rendered += text.slice(spanStart, spanEnd);
	}
	return { text: rendered, spans };
}
