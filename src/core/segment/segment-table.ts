// Tables with bars between their cells: a head and the rule under it.

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
/** A longer line is no table's head. */
const longestRow = 20_000;

/** Whether a line is the rule under a table's head, `|---|:-:|` or `--- | ---`. */
export function isDelimiterRow(line: string): boolean {
	return line.length <= longestRow && line.includes("|") && line.includes("-") && delimiterRow.test(line);
}

/** How many cells a row has. */
export function countCells(row: string): number {
	const inner = row
		.trim()
		.replace(/^\|/, "")
		.replace(/(?<!\\)\|$/, "");
	let cells = 1;
	for (let at = 0; at < inner.length; at++) {
		if (inner.charCodeAt(at) === 0x5c) at++;
		else if (inner.charCodeAt(at) === 0x7c) cells++;
	}
	return cells;
}

/** Whether a table begins with `head` and the line under it. */
export function beginsTable(head: string, under: string): boolean {
	const rule = under.trim();
	if (!isDelimiterRow(rule) || head.length > longestRow || head.trim() === "") return false;
	return countCells(head) === countCells(rule);
}
