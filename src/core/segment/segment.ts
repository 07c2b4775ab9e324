// The first step of scoring: which spans of a text are code, URLs, placeholders, markup or numbers.
// One pass, line by line; the kinds' own files say what each looks like.
import { charClass, classAt } from "../char-class.ts";
import { runSteps, type Steps } from "../steps.ts";
import {
	beginsBlock,
	fenceAt,
	introducesCode,
	isIndentedCode,
	isMarkupDocument,
	looksLikeMarkdown,
} from "./segment-code.ts";
import { writtenDateEnd } from "./segment-dates.ts";
import { columnAt, ItemColumns, indentedEnd } from "./segment-indent.ts";
import { scanInline } from "./segment-inline.ts";
import { type Segment, SegmentList } from "./segment-list.ts";
import { checkboxEnd, definitionEnd, isRule, linkDefinitionAt, openerEnd } from "./segment-markup.ts";
import { beginsTable } from "./segment-table.ts";

export type { Segment, SegmentRole } from "./segment-list.ts";

/**
 * The protected spans of `text`, ascending and never overlapping. Recognises marks, it does not parse:
 * what is not plainly code, a URL, a placeholder, markup or a number is left to the model. Takes time
 * linear in the text's length.
 *
 * @example
 * segment("See `a.ts` at https://x.org.")
 * // code "`", "a.ts", "`" and url "https://x.org"
 */
export function segment(text: string): Segment[] {
	return runSteps(segmentInSteps(text));
}

/** The same with pauses. */
export function segmentInSteps(text: string): Steps<Segment[]> {
	return new Segmenter(text).read();
}

class Segmenter {
	readonly #text: string;
	readonly #found = new SegmentList();
	readonly #items: ItemColumns;
	/** Whether what is indented is meant as Markdown has it. */
	readonly #strict: boolean;
	/** Whether depth means nothing. */
	readonly #isDocument: boolean;
	/** Where the last indented block ends that is no code. */
	#proseEnd = 0;

	constructor(text: string) {
		this.#text = text;
		this.#items = new ItemColumns(text);
		this.#isDocument = isMarkupDocument(text);
		this.#strict = !this.#isDocument && looksLikeMarkdown(text);
	}

	*read(): Steps<Segment[]> {
		const text = this.#text;
		const found = this.#found;
		let at = 0;
		let blank = true;
		/** Whether indented code may begin, as it may not in a paragraph. */
		let free = this.#strict;
		let introduced = false;
		let diff = false;
		let table = false;
		while (at < text.length) {
			yield;
			const lineEnd = endOfLine(text, at);
			const content = skipBlanks(text, at, lineEnd);
			if (content === lineEnd) {
				found.endParagraph();
				blank = true;
				free = this.#strict || (introduced && !this.#isDocument);
				diff = false;
				table = false;
				at = lineEnd + 1;
				continue;
			}
			if (beginsBlock(text, content)) found.endParagraph();
			if (blank) this.#items.leave(columnAt(text, at, content));
			const blockEnd = this.#block(at, content, lineEnd, free);
			if (blockEnd > 0) {
				at = blockEnd + 1;
				free = this.#strict;
			} else {
				diff ||= text.startsWith("@@ ", at) || text.startsWith("diff --git ", at);
				const start = diff ? diffMark(text, at, found) : this.#lineOpeners(at, content, lineEnd);
				introduced = introducesCode(text, at, lineEnd);
				free = this.#strict && start > content && text.charCodeAt(content) === 0x23;
				table ||= headsTable(text, start, lineEnd);
				const bars = table || text.charCodeAt(start) === 0x7c;
				const code = start > content && !diff ? fenced(text, at, start, found) : 0;
				at = (code || inline(text, start, lineEnd, bars, found)) + 1;
			}
			blank = false;
		}
		return found.finish();
	}

	/** Fenced or indented code, or a rule, that begins with this line: where its last line ends, or 0. */
	#block(line: number, content: number, lineEnd: number, free: boolean): number {
		const end = fenced(this.#text, line, content, this.#found);
		if (end > 0) return end;
		const code = free && line < content ? this.#indentedCode(line, content) : 0;
		if (code > 0) return code;
		if (!isRule(this.#text, content, lineEnd)) return 0;
		this.#found.push("markup", content, trimmedEnd(this.#text, content, lineEnd), "marker");
		return lineEnd;
	}

	#indentedCode(line: number, content: number): number {
		const column = this.#items.codeColumn;
		if (line < this.#proseEnd || columnAt(this.#text, line, content) < column) return 0;
		const end = indentedEnd(this.#text, line, column);
		if (!isIndentedCode(this.#text, line, end, this.#strict)) {
			this.#proseEnd = end;
			return 0;
		}
		this.#found.push("code", content, trimmedEnd(this.#text, content, end), "inside");
		return end;
	}

	/** The marks that open a line: quotes, then a heading, a list item (with its box) or a link definition. */
	#lineOpeners(line: number, content: number, lineEnd: number): number {
		const text = this.#text;
		const found = this.#found;
		let at = content;
		let quoted = false;
		while (at < lineEnd) {
			const heading = "#h".includes(text.charAt(content));
			const definition = heading ? null : linkDefinitionAt(text, at);
			if (definition !== null) {
				found.push("markup", at, definition.nameEnd, "marker");
				found.push("url", definition.target, definition.end);
				return definition.end;
			}
			const opener = opensWithDate(text, at) ? 0 : openerEnd(text, at);
			const end = opener || definitionEnd(text, at);
			if (end === 0) break;
			// References to a footnote always stay, so must what they refer to.
			const note = text.startsWith("[^", at);
			found.push(note ? "url" : "markup", at, end, "marker");
			// A quote may hold a list; a heading may be numbered.
			const quote = text.charCodeAt(at) === 0x3e;
			const bullet = opener > 0 && !quote && !"#h".includes(text.charAt(at));
			if (bullet) {
				if (at === content) this.#items.leave(columnAt(text, line, at));
				if (!quoted) this.#items.open(line, end);
			}
			quoted ||= quote;
			at = skipBlanks(text, end, lineEnd);
			const box = bullet ? checkboxEnd(text, at) : 0;
			if (box > 0) {
				found.push("markup", at, box, "marker");
				at = box;
			}
			// What an item may begin with.
			if (opener === 0 || (bullet && !"#>-+*[0123456789".includes(text.charAt(at)))) break;
		}
		return at;
	}
}

/** "3. Oktober" is a day, no item; but "1. May I?" and "2. March on" are. */
function opensWithDate(text: string, at: number): boolean {
	if (
		!/^\d{1,2}\./.test(text.slice(at, at + 3)) ||
		/^\d+\. ?(?:May|Mar(?:ch)?|Jan|Set)(?!\p{L})/u.test(text.slice(at, at + 12))
	)
		return false;
	return writtenDateEnd(text, at) > 0;
}

/** Scans a line, and the lines that inline code or a link leads into; gives the end of the last one. */
function inline(text: string, start: number, lineEnd: number, table: boolean, found: SegmentList): number {
	let end = lineEnd;
	for (let at = scanInline(text, start, end, table, found); at > end; ) {
		end = endOfLine(text, at);
		at = scanInline(text, at, end, table, found);
	}
	return end;
}

/** Fenced code whose marks begin at `at`: where its last line ends, or 0. */
function fenced(text: string, line: number, at: number, found: SegmentList): number {
	const fence = fenceAt(text, line, at);
	if (!fence) return 0;
	found.endParagraph();
	found.push("code", at, trimmedEnd(text, at, Math.min(fence.contentStart, fence.end)));
	if (fence.contentEnd > fence.contentStart)
		found.push("code", fence.contentStart, fence.contentEnd, "inside");
	const closing = skipBlanks(text, fence.contentEnd, fence.end);
	if (closing < fence.end) found.push("code", closing, trimmedEnd(text, closing, fence.end));
	return fence.end;
}

/** Whether the line is the head of a table: the next one is the rule under it. */
function headsTable(text: string, start: number, lineEnd: number): boolean {
	const under = skipBlanks(text, lineEnd, Math.min(text.length, lineEnd + 40));
	if (!"|:->".includes(text.charAt(under))) return false;
	const rule = text.slice(under, endOfLine(text, under)).replace(/^(?:>[ \t]?)+/, "");
	return beginsTable(text.slice(start, lineEnd), rule);
}

/** In a diff the sign in the first column says what became of the line. */
function diffMark(text: string, line: number, found: SegmentList): number {
	const sign = text.charCodeAt(line);
	if (sign !== 0x2b && sign !== 0x2d) return line;
	let end = line + 1;
	while (text.charCodeAt(end) === sign && end < line + 3) end++;
	found.push("markup", line, end, "marker");
	return end;
}

function endOfLine(text: string, at: number): number {
	const newline = text.indexOf("\n", at);
	return newline < 0 ? text.length : newline;
}

/** The first place from `at` that holds no white space; at most `limit`. */
function skipBlanks(text: string, at: number, limit: number): number {
	let index = at;
	while (index < limit && classAt(text, index) === charClass.space) index++;
	return index;
}

function trimmedEnd(text: string, start: number, end: number): number {
	let index = end;
	while (index > start && classAt(text, index - 1) === charClass.space) index--;
	return index;
}
