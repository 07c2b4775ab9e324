// How deep lines stand: which list items they belong to, and from which column on a block is code.
import { charClass, classAt } from "../char-class.ts";
import { isBlankLine } from "./segment-code.ts";

/** Code begins this many columns inside of what it belongs to. */
const codeIndent = 4;
/** Deeper nesting is hostile or no nesting; it also keeps the work per line short. */
const deepest = 64;

/** The column that `at` stands in, from 0, where a tab reaches to the next multiple of four. */
export function columnAt(text: string, lineStart: number, at: number): number {
	let column = 0;
	for (let index = lineStart; index < at; index++) {
		column += text.charCodeAt(index) === 0x09 ? 4 - (column % 4) : 1;
	}
	return column;
}

/** The list items that are open, by the column in which their text begins, as CommonMark has it. */
export class ItemColumns {
	readonly #text: string;
	readonly #columns: number[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	/** From this column on a line behind a blank one is code. */
	get codeColumn(): number {
		return (this.#columns.at(-1) ?? 0) + codeIndent;
	}

	/** Ends the items that a line in `column` does not belong to. */
	leave(column: number): void {
		while ((this.#columns.at(-1) ?? 0) > column) this.#columns.pop();
	}

	/** Begins the item whose bullet ends at `end`, on the line that begins at `lineStart`. */
	open(lineStart: number, end: number): void {
		if (this.#columns.length >= deepest) return;
		let content = end;
		while (content - end <= codeIndent && " \t".includes(this.#text.charAt(content))) content++;
		const own = columnAt(this.#text, lineStart, end);
		const column = columnAt(this.#text, lineStart, content);
		const code = column - own > codeIndent || isBlankLine(this.#text, content);
		this.#columns.push(code ? own + 1 : column);
	}
}

/** Where the last line from the one at `line` on ends that stands in `column` or deeper; blank ones may lie between. */
export function indentedEnd(text: string, line: number, column: number): number {
	let end = line;
	for (let at = line; at < text.length; ) {
		const newline = text.indexOf("\n", at);
		const lineEnd = newline < 0 ? text.length : newline;
		let content = at;
		while (content < lineEnd && classAt(text, content) === charClass.space) content++;
		if (content < lineEnd) {
			if (columnAt(text, at, content) < column) break;
			end = lineEnd;
		}
		at = lineEnd + 1;
	}
	return end;
}
