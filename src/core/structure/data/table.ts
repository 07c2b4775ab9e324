// Comma-, semicolon- and tab-separated values: the first row, which names the columns, always stays; each other one
// stays or goes with all of its cells. Of a row that stays, long cells get shorter.
import type { Span } from "../../options.ts";
import { breakStart } from "../lines.ts";
import type { Parts } from "../parts.ts";
import { readValue } from "./inline.ts";
import { isLong } from "./quoted.ts";
import { type Row, tableAt } from "./table-rows.ts";

/**
 * Reads the table that begins with the line at `start`; gives where its last row ends, or 0 if none begins there, and
 * how far it looked.
 */
export function readTable(
	text: string,
	start: number,
	parts: Parts,
): { readonly end: number; readonly seen: number } {
	const { rows, seen } = tableAt(text, start);
	rows.forEach((row, at) => {
		if (at === 0) parts.push("markup", row.start, row.end);
		else readRow(text, row, parts);
	});
	return { end: rows.at(-1)?.end ?? 0, seen };
}

/** What is no long cell is the frame of the row; the first word of a long one stays with the row, and one more. */
function readRow(text: string, { start, end, cells }: Row, parts: Parts): void {
	const from = breakStart(text, start);
	const frame: Span[] = [];
	let done = from;
	for (const cell of cells) {
		const content = text.slice(cell.start, cell.end);
		if (!isLong(content) || !/^\p{L}/u.test(content) || (!cell.quoted && content.includes('"'))) continue;
		frame.push([done, cell.start], [cell.start, cell.start + 1]);
		parts.mark(done, cell.start);
		parts.block({ ...cell, frame: [[cell.start, cell.start + 1]], filled: true });
		readValue(text, cell.start, cell.end, parts, /"/);
		done = cell.end;
	}
	if (frame.length === 0) {
		parts.word(from, end);
		return;
	}
	frame.push([done, end]);
	parts.mark(done, end);
	parts.block({ start: from, end, frame });
}
