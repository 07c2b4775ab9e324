// The first step of scoring: which spans of a text are code, URLs, placeholders, markup or numbers.
// One pass, line by line; the kinds' own files say what each looks like.
import { charClass, classAt } from "../char-class.ts";
import { fenceAt, indentedCodeEnd, introducesCode } from "./segment-code.ts";
import { scanInline } from "./segment-inline.ts";
import { type Segment, SegmentList } from "./segment-list.ts";
import { checkboxEnd, definitionEnd, isRule, openerEnd } from "./segment-markup.ts";
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
	const found = new SegmentList();
	let at = 0;
	let blank = false;
	let introduced = false;
	let diff = false;
	let table = false;
	while (at < text.length) {
		const lineEnd = endOfLine(text, at);
		const content = skipBlanks(text, at, lineEnd);
		if (content === lineEnd) {
			found.endParagraph();
			blank = true;
			diff = false;
			table = false;
			at = lineEnd + 1;
			continue;
		}
		const blockEnd = block(text, at, content, lineEnd, blank && introduced, found);
		if (blockEnd > 0) {
			at = blockEnd + 1;
		} else {
			diff ||= text.startsWith("@@ ", at) || text.startsWith("diff --git ", at);
			const start = diff ? diffMark(text, at, found) : lineOpeners(text, content, lineEnd, found);
			introduced = introducesCode(text, at, lineEnd);
			table ||= headsTable(text, start, lineEnd);
			const bars = table || text.charCodeAt(start) === 0x7c;
			const code = start > content && !diff ? fenced(text, at, start, found) : 0;
			at = (code || inline(text, start, lineEnd, bars, found)) + 1;
		}
		blank = false;
	}
	return found.finish();
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

/** Fenced or indented code, or a rule, that begins with this line: where its last line ends, or 0. */
function block(
	text: string,
	line: number,
	content: number,
	lineEnd: number,
	introduced: boolean,
	found: SegmentList,
): number {
	const end = fenced(text, line, content, found);
	if (end > 0) return end;
	if (isRule(text, content, lineEnd)) {
		found.push("markup", content, trimmedEnd(text, content, lineEnd), "marker");
		return lineEnd;
	}
	const indented = introduced && line < content ? indentedCodeEnd(text, line) : 0;
	if (indented > 0) found.push("code", content, indented, "inside");
	return indented;
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

/** The marks that open a line: quotes, then a heading, a list item (with its box) or a link definition. */
function lineOpeners(text: string, content: number, lineEnd: number, found: SegmentList): number {
	let at = content;
	while (at < lineEnd) {
		const end = openerEnd(text, at) || definitionEnd(text, at);
		if (end === 0) break;
		found.push("markup", at, end, "marker");
		// A quote may hold a list; a heading may be numbered.
		const outer = text.charCodeAt(at) === 0x3e || text.charCodeAt(at) === 0x23;
		at = skipBlanks(text, end, lineEnd);
		if (outer) continue;
		const box = checkboxEnd(text, at);
		if (box > 0) found.push("markup", at, box, "marker");
		return box > 0 ? box : at;
	}
	return at;
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
