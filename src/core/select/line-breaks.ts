// `force: ["\n"]`: the source's line breaks become words that are always kept.
import { charClass, classAt } from "../char-class.ts";
import { noBlocks, type WordTable, wordKind } from "../word-table.ts";
import { type Layout, layOut } from "./gaps.ts";
import { neverKept } from "./order.ts";
import { reasonIndex } from "./protection.ts";

/** A layout and the step of each of its words, see `Order.step`. */
export interface Steps {
	readonly layout: Layout;
	readonly step: Uint32Array;
}

/** Whether the caller forces line breaks. */
export function forcesLineBreaks(force: readonly string[] = []): boolean {
	return force.some((item) => /^[\n\r]+$/.test(item));
}

/**
 * Adds a word of step 0 for every line break between words, before the first and after the last.
 *
 * @param dropConsecutive a line break comes only with a word between it and the one before
 */
export function withLineBreaks({ layout, step }: Steps, dropConsecutive = false): Steps {
	const { text, words } = layout;
	const rows: { start: number; end: number; from: number; step: number }[] = [];
	let next = 0;
	for (let at = 0; at <= words.start.length; at++) {
		const gapStart = at === 0 ? 0 : (words.end[at - 1] ?? 0);
		const gapEnd = words.start[at] ?? text.length;
		for (const match of text.slice(gapStart, gapEnd).matchAll(/\r\n|[\n\r]/g)) {
			const start = gapStart + match.index;
			if (classAt(text, start) !== charClass.space) continue;
			rows.push({ start, end: start + match[0].length, from: -1, step: next });
			if (dropConsecutive) next = neverKept;
		}
		const own = step[at] ?? neverKept;
		next = Math.min(next, own);
		if (at < words.start.length) rows.push({ start: gapEnd, end: words.end[at] ?? 0, from: at, step: own });
	}
	const forced = reasonIndex("forced");
	const column = (of: Uint8Array | Uint32Array, other: number) => (row: { from: number }) =>
		row.from < 0 ? other : (of[row.from] ?? other);
	const expanded: WordTable = {
		start: Uint32Array.from(rows, (row) => row.start),
		end: Uint32Array.from(rows, (row) => row.end),
		keepProbability: Float32Array.from(rows, (row) => words.keepProbability[row.from] ?? 1),
		reason: Uint8Array.from(rows, column(words.reason, forced)),
		kind: Uint8Array.from(rows, column(words.kind, wordKind.marker)),
		clause: Uint32Array.from(rows, column(words.clause, 0)),
		blocks: noBlocks(rows.length),
	};
	return { layout: layOut(text, expanded), step: Uint32Array.from(rows, (row) => row.step) };
}
