// Code in a text: fenced blocks, inline code, indented blocks that can be nothing else.

const fence = /(`{3,}|~{3,})([^\n`]{0,200})(?=\n|$)/y;
/** How far the closing backticks of inline code are looked for. */
const longestSpan = 2000;

/** A fenced block: its opening line, its content and its closing line (empty if unclosed). */
export interface Fence {
	readonly contentStart: number;
	readonly contentEnd: number;
	readonly end: number;
}

/**
 * The fenced block whose marks begin at `at`, on a line that begins at `line`, or null. Unclosed, it
 * reaches to the end of the text. A text that was cut out of a longer one may begin inside a block: marks
 * without a language, behind a line of text and before a blank line, which nothing closes before the next
 * block opens, are the end of that block and contain nothing.
 */
export function fenceAt(text: string, line: number, at: number): Fence | null {
	const first = text.charCodeAt(at);
	if (first !== 0x60 && first !== 0x7e) return null;
	fence.lastIndex = at;
	const match = fence.exec(text);
	const marks = match?.[1];
	if (!marks) return null;
	const contentStart = Math.min(fence.lastIndex + 1, text.length);
	const bare = match[2]?.trim() === "" && isStray(text, line, contentStart);
	for (let next = contentStart; next < text.length; ) {
		const newline = text.indexOf("\n", next);
		const lineEnd = newline < 0 ? text.length : newline;
		if (closes(text, next, lineEnd, marks)) return { contentStart, contentEnd: next, end: lineEnd };
		if (bare && text.startsWith(marks, next)) break;
		next = lineEnd + 1;
	}
	if (bare) return { contentStart, contentEnd: contentStart, end: Math.max(at, contentStart - 1) };
	return { contentStart, contentEnd: text.length, end: text.length };
}

/** Behind a line of text, before a blank line: where a closing fence stands. */
function isStray(text: string, line: number, contentStart: number): boolean {
	const before = line < 2 || text.charCodeAt(line - 2) === 0x0a;
	return !before && isBlankLine(text, contentStart);
}

function closes(text: string, line: number, lineEnd: number, marks: string): boolean {
	let at = line;
	while (at < lineEnd && (text[at] === " " || text[at] === "\t" || text[at] === ">")) at++;
	if (!text.startsWith(marks, at)) return false;
	at += marks.length;
	while (at < lineEnd && text[at] === marks[0]) at++;
	while (at < lineEnd && (text[at] === " " || text[at] === "\t" || text[at] === "\r")) at++;
	return at === lineEnd;
}

/** The length of the run of backticks at `at`. */
export function backticks(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === 0x60) end++;
	return end - at;
}

/** Where the backticks begin that close inline code opened by `run` backticks before `from`, or -1. */
export function inlineCodeClose(text: string, from: number, run: number): number {
	const limit = Math.min(text.length, from + longestSpan);
	for (let at = from; at < limit; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x0a && isBlankLine(text, at + 1)) return -1;
		if (unit !== 0x60) continue;
		const length = backticks(text, at);
		if (length === run) return at;
		at += length - 1;
	}
	return -1;
}

/** Whether nothing but white space lies between `at` and the end of its line. */
export function isBlankLine(text: string, at: number): boolean {
	for (let index = at; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit === 0x0a) return true;
		if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d) return false;
	}
	return true;
}

const codeLine =
	/[;{}]\s*$|^\s*(?:[\w.]+\s*=\s|[\w.]+\(.*\)|\$ |>>> |#include|import |from \S+ import|def |class |return\b|const |let |var |public |private |function |if ?\(|for ?\(|<\w+)/;
/** Lines looked at before a block counts as code. */
const linesSeen = 40;

/** A line of prose may introduce code; a line of code does not, else whole source files would be it. */
export function introducesCode(text: string, line: number, lineEnd: number): boolean {
	if (isIndented(text, line)) return false;
	return /[\p{L}\p{M}\p{Nd}.:!?)*`。：]\s*$/u.test(text.slice(Math.max(line, lineEnd - 8), lineEnd));
}

/**
 * The end of an indented code block that begins with the line at `line`, or 0: four columns or a tab
 * deep and at least two lines, of which most look like code. The caller has seen that it stands behind a
 * blank line and a line that {@link introducesCode}.
 */
export function indentedCodeEnd(text: string, line: number): number {
	let at = line;
	let end = 0;
	let seen = 0;
	let code = 0;
	for (let count = 0; at < text.length; count++) {
		const blank = isBlankLine(text, at);
		if (!blank && !isIndented(text, at)) break;
		const newline = text.indexOf("\n", at);
		const lineEnd = newline < 0 ? text.length : newline;
		if (!blank) {
			end = lineEnd;
			seen++;
			if (count < linesSeen && codeLine.test(text.slice(at, Math.min(lineEnd, at + 400)))) code++;
		}
		if (count === linesSeen && code * 2 <= linesSeen) return 0;
		at = lineEnd + 1;
	}
	return seen >= 2 && code * 2 > Math.min(seen, linesSeen) ? end : 0;
}

function isIndented(text: string, at: number): boolean {
	return text.startsWith("    ", at) || text.charCodeAt(at) === 0x09;
}
