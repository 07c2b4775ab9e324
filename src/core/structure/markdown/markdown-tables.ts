// Tables: the head and its rule stay with any word of the table, a row's bars with any word of the row.
import { isDelimiterRow } from "../../segment/segment-table.ts";
import type { Line, OpenBlock } from "./markdown-line.ts";

/** Reads tables line by line; the lines of one come one after another. */
export class MarkdownTables {
	readonly blocks: OpenBlock[] = [];
	readonly #text: string;
	#table: OpenBlock | null = null;

	constructor(text: string) {
		this.#text = text;
	}

	/** Begins a table whose head is `head` and whose delimiter row is `under`. */
	begin(head: Line, under: Line): void {
		const start = rowStart(this.#text, head);
		const table: OpenBlock = {
			start,
			end: under.end,
			frame: [
				[start, head.end],
				[rowStart(this.#text, under), under.end],
			],
			filled: false,
		};
		this.blocks.push(table);
		this.#table = table;
	}

	/** Where the table begins that the line before belongs to, or -1. */
	endedBy(line: Line): number {
		const table = this.#table;
		return table !== null && table.end < line.start && table.end + 2 >= line.start ? table.start : -1;
	}

	/** @param bars of the row, ascending */
	row(line: Line, bars: readonly [number, number][]): void {
		if (this.#table === null) return;
		const start = rowStart(this.#text, line);
		this.#table.end = line.end;
		const first = bars[0];
		const last = bars.at(-1);
		// Without a bar before it the first cell is there only by its words; cells are counted from it, so it is kept.
		const frame: [number, number][] =
			first !== undefined && first[0] > start ? [[start, first[1]], ...bars.slice(1)] : [...bars];
		this.blocks.push({ start, end: line.end, frame, filled: false });
		// Without a bar behind it the last cell is there only by its words: it keeps one.
		if (last !== undefined && last[1] < line.end) {
			this.blocks.push({ start: last[0], end: line.end, frame: [[...last]], filled: true });
		}
	}
}

/** Where a row begins: behind the quote signs and bullets around it. */
function rowStart(text: string, line: Line): number {
	const bar = line.openers.find(
		(opener) => text.charAt(opener.start) === "|" || isDelimiterRow(text.slice(opener.start, opener.end)),
	);
	return bar?.start ?? line.content;
}
