// Rows and cells of comma-, semicolon- and tab-separated values, and whether lines are such rows at all.
import { contentEnd, lineEnd } from "../lines.ts";

export interface Cell {
	/** Of what the cell says, without quotes. */
	readonly start: number;
	readonly end: number;
	readonly quoted: boolean;
}

export interface Row {
	readonly start: number;
	readonly end: number;
	readonly cells: readonly Cell[];
}

const separators = ["\t", ",", ";"];
/** So many rows, with that of the names, are a table; of two columns one more. */
const fewestRows = 3;

/** So many rows tell whether there is a table. */
const judged = 20;

export interface Table {
	readonly rows: readonly Row[];
	/** How far the text was looked at. */
	readonly seen: number;
}

/** The rows from the line at `start` on that have as many cells as the first; none if they are no table. */
export function tableAt(text: string, start: number): Table {
	const first = text.slice(start, lineEnd(text, start));
	let seen = start + first.length;
	for (const separator of separators) {
		if (!first.includes(separator)) continue;
		const rows: Row[] = [];
		seen = Math.max(seen, readRows(text, start, separator, rows, judged));
		if (!isTable(text, rows, separator)) continue;
		const last = rows.at(-1)?.end ?? start;
		if (rows.length === judged) seen = readRows(text, lineEnd(text, last) + 1, separator, rows, Infinity);
		return { rows, seen };
	}
	return { rows: [], seen };
}

/** Adds rows from the line at `start` on; gives how far it looked. */
function readRows(text: string, start: number, separator: string, rows: Row[], most: number): number {
	let at = start;
	while (at < text.length && rows.length < most) {
		const row = rowAt(text, at, separator);
		// A quotation mark that nothing closes.
		if (row === null) return text.length;
		const columns = (rows[0] ?? row).cells.length;
		if (row.cells.length !== columns || columns < 2) return row.end;
		if (rows.length === 0 && !isHead(text, row, separator)) return row.end;
		rows.push(row);
		at = lineEnd(text, row.end) + 1;
	}
	return at;
}

function rowAt(text: string, start: number, separator: string): Row | null {
	const cells: Cell[] = [];
	for (let at = start; ; at++) {
		const end = lineEnd(text, at);
		const last = contentEnd(text, at, end);
		if (text.charAt(at) === '"') {
			const close = quoteEnd(text, at);
			if (close === 0) return null;
			cells.push({ start: at + 1, end: close - 1, quoted: true });
			at = close;
		} else {
			const next = text.indexOf(separator, at);
			const to = next < 0 || next > last ? last : next;
			cells.push({ start: at, end: to, quoted: false });
			at = to;
		}
		if (text.charAt(at) === separator) continue;
		const behind = text.charAt(at) === "\r" ? at + 1 : at;
		return behind >= text.length || text.charAt(behind) === "\n" ? { start, end: at, cells } : null;
	}
}

/** Behind the quotation mark that closes the one at `open`, and is not doubled; 0 if there is none. */
function quoteEnd(text: string, open: number): number {
	for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text.charAt(at + 1) !== '"') return at + 1;
	}
	return 0;
}

/** Whether rows are a table rather than lines of prose with as many commas: of those a blank follows each. */
function isTable(text: string, rows: readonly Row[], separator: string): boolean {
	const [head] = rows;
	if (head === undefined) return false;
	const columns = head.cells.length;
	const least = columns === 2 && separator !== "\t" ? fewestRows + 1 : fewestRows;
	if (rows.length < least) return false;
	let cells = 0;
	let spaced = 0;
	let numbers = 0;
	for (const row of rows) {
		for (const { start, end } of row.cells.slice(1)) {
			cells++;
			if (text.charAt(start) === " ") spaced++;
			if (/^ ?"?[-+$€£]?\d[\d.,:/%-]*$/.test(text.slice(start, Math.min(end, start + 40)))) numbers++;
		}
	}
	if (separator === "\t") return true;
	return spaced * 10 <= cells || (spaced === cells && numbers * 4 >= cells);
}

/** Names of columns, or a row of a table without them: no sentences, and no tabs that only line things up. */
function isHead(text: string, { start, cells }: Row, separator: string): boolean {
	if (/[\s|]/.test(text.charAt(start))) return false;
	return cells.every(
		(cell, at) => isName(text, cell) && (cell.end > cell.start || (separator !== "\t" && at === 0)),
	);
}

function isName(text: string, { start, end }: Cell): boolean {
	if (end - start > 60) return false;
	const name = text.slice(start, end).trim();
	return name.split(/\s+/).length <= 5 && !/[.?!:]$|\p{Cc}/u.test(name);
}
