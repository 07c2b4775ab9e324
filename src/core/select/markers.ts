// Ranks of the marks that open a line (list bullets, heading signs, quote signs, table bars):
// they stay with any word of their item, so that lists and tables stay what they are.

import { wordKind } from "../word-table.ts";
import { byItself } from "./bring-along.ts";
import { gapStrength, gapText, type Layout } from "./gaps.ts";
import { always, markRank, never, nothing } from "./rank.ts";

/** Lines after a bullet or a number belong to it while they are indented; a heading or a table row is one line. */
const continues = /^(?:[-*+•‣·–—]|[(（]?[\p{N}\p{L}]{1,4}[.)）、])/u;

/**
 * Sets the ranks of the markers that no block has brought along.
 *
 * @param rank final ranks of everything but marks; own ranks of markers
 * @param broughtBy see `bringAlongInSteps`
 * @param tied whether a marker must come with the first word of its item (`protect.markup`), or may
 */
export function rankMarkers(layout: Layout, rank: Int32Array, broughtBy: Int32Array, tied: boolean): void {
	const { text, words, gap } = layout;
	const count = words.start.length;
	let markers: number[] = [];
	let least = nothing;
	let leastBefore = nothing;
	let continuing = false;
	const close = () => {
		const found = least === nothing ? leastBefore : least;
		for (const at of markers) rank[at] = rankOf(rank[at] ?? never, found, tied);
		leastBefore = found;
		markers = [];
		least = nothing;
		continuing = false;
	};
	for (let at = 0; at < count; at++) {
		const strength = gap[at] ?? 0;
		const isMarker = words.kind[at] === wordKind.marker;
		const isLineStart = at === 0 || strength === gapStrength.wrap || strength >= gapStrength.newline;
		if (isLineStart) {
			const indented = /[\t ]$/.test(gapText(text, words, at));
			if (isMarker || strength === gapStrength.blankLine || !continuing || !indented) close();
			if (strength === gapStrength.blankLine) leastBefore = nothing;
			if (isMarker) continuing = continues.test(text.slice(words.start[at], words.end[at]));
		}
		const own = rank[at] ?? never;
		if (isMarker) {
			if (own !== always && own < never && broughtBy[at] === byItself) markers.push(at);
		} else if (words.kind[at] === wordKind.word || own === always) least = Math.min(least, own);
	}
	close();
}

function rankOf(own: number, item: number, tied: boolean): number {
	if (item === nothing) return markRank(own);
	return tied ? item : markRank(Math.max(own, item));
}
