// Which marks bind more strongly than others, and where sentences begin that no mark ends.

import { wordKind } from "../word-table.ts";
import { gapStrength, type Layout } from "./gaps.ts";

/** From weak to strong. A colon ends the range of the marks around it, as a terminal does. */
export const markStrength = { weak: 0, strong: 1, colon: 2, terminal: 3, none: 4 } as const;
const weakMarks = /^[,、，،·/]+$/;
const colons = /[:：]/;

export function strengthAt({ text, words }: Layout, at: number): number {
	if (words.kind[at] === wordKind.terminal) return markStrength.terminal;
	const mark = text.slice(words.start[at], words.end[at]);
	if (weakMarks.test(mark)) return markStrength.weak;
	return colons.test(mark) ? markStrength.colon : markStrength.strong;
}

/** Whether a new sentence begins at a word because of the line it stands on; a comma holds lines together. */
export function isSentenceStart({ text, words, gap }: Layout, at: number): boolean {
	const { start, end, kind } = words;
	if (kind[at] === wordKind.marker || gap[at] === gapStrength.blankLine) return true;
	if (gap[at] !== gapStrength.newline) return false;
	return kind[at - 1] !== wordKind.separator || !weakMarks.test(text.slice(start[at - 1], end[at - 1]));
}
