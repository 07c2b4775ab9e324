// Separators and terminals that stand together (`?!`, `:-`): they stay or go together, as one mark.

import { wordKind } from "../word-table.ts";
import type { Layout } from "./gaps.ts";
import { isSentenceStart, markStrength, strengthAt } from "./mark-strength.ts";
import { always, never } from "./rank.ts";

export interface MarkRuns {
	/** Strength of the run of separators and terminals that a word belongs to. */
	readonly strength: Uint8Array;
	/** Whether the run goes on with the next word. */
	readonly goesOn: Uint8Array;
}

/** Marks that stand together (`?!`, `:-`) stay or go together, as one mark of the greatest strength. */
export function findMarkRuns(layout: Layout, rank: Int32Array): MarkRuns {
	const { kind } = layout.words;
	const strength = new Uint8Array(kind.length).fill(markStrength.none);
	const goesOn = new Uint8Array(kind.length);
	const isMark = (at: number) => {
		const own = rank[at] ?? never;
		const fits = kind[at] === wordKind.separator || kind[at] === wordKind.terminal;
		return fits && own !== always && own < never;
	};
	for (let first = 0; first < kind.length; first++) {
		if (!isMark(first)) continue;
		let end = first + 1;
		while (end < kind.length && isMark(end) && !isSentenceStart(layout, end)) end++;
		let most = 0;
		let own = 0;
		for (let at = first; at < end; at++) {
			most = Math.max(most, strengthAt(layout, at));
			own = Math.max(own, rank[at] ?? 0);
		}
		strength.fill(most, first, end);
		goesOn.fill(1, first, end - 1);
		rank.fill(own, first, end);
		first = end - 1;
	}
	return { strength, goesOn };
}
