// Whether a line break ends a paragraph, an item or a line of a log, or only wraps prose.
import { charClass, classAt } from "../char-class.ts";
import { isBlankLine } from "../segment/segment-code.ts";
import { reasons, wordKind } from "../word-table.ts";
import type { WordBuilder } from "./word-builder.ts";

const code = reasons.indexOf("code");

/** Prose is wrapped at 40 to 120 columns; half as many characters in scripts that fill two columns each. */
const narrowest = 40;
const widest = 120;
/** How much a line may fall short of the width that the longest one tells. */
const slack = 2;
/** Lines of a paragraph that are looked at for its width. */
const linesSeen = 200;
/** "Name:", "Name [11:20]:", a key of JSON, a log level, an all-capitals heading. */
const opensLine = /^(?:[\p{L}\p{M}\p{N}_.'()[\] -]{1,30}(?::\d\d\]?)?:|["'][^"']{1,28}["']\s?:|\p{Lu}{2,})/u;
const endsLine = /[:;；：{}[\]|=>\\]$/;
/** A short word in lower case is no end of a line that stands by itself: "of the\nEuropean Union". */
const goesOn = /(?:,|(?:^|\s)\p{Ll}{1,3})$/u;
/** Prose goes on with a word, not with an option, a number or a file's rights. */
const plainWord = /^[("“«„‘'`*_[]*[\p{L}\p{M}'’`*_]+(?![\p{L}\p{M}\p{N}/\\=:_-])/u;

const indent = /^[ \t]*/;
const opener = /^[ \t]*(?:(?:[-*+•–]|\d{1,3}[.)]|>)[ \t]+)*/;
/** Comments of program code, which no wrapped line follows without a mark of its own. */
const comment = /^[ \t]*(?:\/\/|\/?\*|#|--)/;
const fewestSpaces = 4;

/**
 * Whether two lines may be one sentence by their looks: words with spaces between them, the second as deep
 * as the text of the first, not beginning with the same word, and not a statement of program code.
 */
function isProse(line: string, rest: string): boolean {
	if (line.split(" ").length <= fewestSpaces && classAt(line, line.length - 1) !== charClass.script)
		return false;
	const next = rest.split("\n", 1)[0] ?? "";
	const depth = indent.exec(next)?.[0].length ?? 0;
	if (depth < (indent.exec(line)?.[0].length ?? 0) || depth > (opener.exec(line)?.[0].length ?? 0))
		return false;
	if (comment.test(line) || /[;{}[(]\s*$/.test(next)) return false;
	return next.trim().split(/\s/, 1)[0] !== line.trim().split(/\s/, 1)[0];
}

export class WrappedLines {
	readonly #text: string;
	readonly #words: WordBuilder;
	/** The paragraph looked at last, and its longest line in columns. */
	#from = 0;
	#to = -1;
	#width = 0;

	constructor(text: string, words: WordBuilder) {
		this.#text = text;
		this.#words = words;
	}

	/**
	 * Whether the white space before word `row`, which holds a line break, only wraps a sentence: a single
	 * break, on whose line the next word had no more room at the paragraph's width, before a word in lower
	 * case or of a script without case, or behind a word or comma that cannot be the end.
	 */
	isWrap(row: number): boolean {
		const text = this.#text;
		const words = this.#words;
		const previous = row - 1;
		if (words.kind[row] !== wordKind.word && words.kind[row] !== wordKind.open) return false;
		if (words.kind[previous] === wordKind.terminal || words.kind[previous] === wordKind.marker) return false;
		if (words.reason[row] === code && words.reason[previous] === code) return false;
		const from = words.end[previous] ?? 0;
		const to = words.start[row] ?? 0;
		const newline = text.indexOf("\n", from);
		if (newline < 0 || text.slice(newline + 1, to).includes("\n")) return false;
		if (endsLine.test(text.slice(from - 1, from)) || !this.#isFull(from, to)) return false;
		const next = text.slice(to, to + 32);
		if (!plainWord.test(next) || opensLine.test(next)) return false;
		if (/^[\p{Ll}\p{Lo}]/u.test(next)) return true;
		return goesOn.test(text.slice(Math.max(0, from - 6), from));
	}

	/** Whether the line that ends at `end` had no room for what stands at `next`, in prose. */
	#isFull(end: number, next: number): boolean {
		const text = this.#text;
		const line = text.lastIndexOf("\n", end - 1) + 1;
		const scale = classAt(text, next) === charClass.script ? 2 : 1;
		const length = scale * (end - line);
		if (length < narrowest || length > widest) return false;
		const word = text.slice(next, next + widest).split(/\s/, 1)[0] ?? "";
		const nextLine = text.slice(text.lastIndexOf("\n", next) + 1, next + widest);
		if (!isProse(text.slice(line, end), nextLine)) return false;
		const room = scale === 1 ? word.length + 1 : scale;
		return length + room + slack > scale * this.#widthAt(line);
	}

	/** The longest line of the paragraph around the line at `line`, in characters. */
	#widthAt(line: number): number {
		if (line >= this.#from && line < this.#to) return this.#width;
		const text = this.#text;
		let end = line;
		let width = 0;
		for (let seen = 0; seen < linesSeen && end < text.length && !isBlankLine(text, end); seen++) {
			const newline = text.indexOf("\n", end);
			const lineEnd = newline < 0 ? text.length : newline;
			width = Math.max(width, lineEnd - end);
			end = lineEnd + 1;
		}
		this.#from = line;
		this.#to = end;
		this.#width = width;
		return width;
	}
}
