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
	if (first === 0x7b) return macroAt(text, at);
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

const macro = /\{(code|noformat)(?::[^}\n]{0,120})?\}[ \t]*\r?\n/y;
/** Code in such a block is at most this long. */
const longestMacro = 8_000;

/** A block of code as Jira has it, `{code:js}` up to `{code}` on a line of its own, or null. */
function macroAt(text: string, at: number): Fence | null {
	macro.lastIndex = at;
	const name = macro.exec(text)?.[1];
	if (name === undefined) return null;
	const contentStart = macro.lastIndex;
	const ahead = text.slice(contentStart - 1, contentStart + longestMacro);
	const close = ahead.search(
		name === "code" ? /\n[ \t]{0,20}\{code\}[ \t]*\r?(?:\n|$)/ : /\n[ \t]{0,20}\{noformat\}[ \t]*\r?(?:\n|$)/,
	);
	if (close < 0) return null;
	const contentEnd = contentStart + close;
	const newline = text.indexOf("\n", contentEnd);
	return { contentStart, contentEnd, end: newline < 0 ? text.length : newline };
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
		if (unit === 0x0a && (isBlankLine(text, at + 1) || beginsBlock(text, at + 1))) return -1;
		if (unit === 0x0a && betweenTags(text, at)) return -1;
		if (unit !== 0x60) continue;
		const length = backticks(text, at);
		if (length === run) return at;
		at += length - 1;
	}
	return -1;
}

const nextTag = /\s{0,64}</y;

/** Whether the line break at `at` is one between tags, as in XML, where a backtick is a letter like others. */
function betweenTags(text: string, at: number): boolean {
	nextTag.lastIndex = at;
	return /[^-=]>\r?$/.test(text.slice(Math.max(0, at - 3), at)) && nextTag.test(text);
}

const blockStart = /[ \t]{0,64}(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}[^`\n]{0,200}(?:\n|$)|~{3})/y;

/** Whether the line at `at` begins an item, a heading or a fence: no code or emphasis goes on from the line before. */
export function beginsBlock(text: string, at: number): boolean {
	blockStart.lastIndex = at;
	return blockStart.test(text);
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
const command =
	/^\s*(?:sudo |npm |npx |yarn |pnpm |bun |pip3? |brew |git |cd |curl |wget |cargo |docker |make |python3? |node |apt(?:-get)? )/;
const plainWord = /^[("'“«]?\p{L}[\p{L}\p{M}'’-]*[)"'”».,;:!?…]*$/u;
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]{4}/u;
/** Lines looked at before a block counts as code, and how much of each. */
const linesSeen = 40;
const charsSeen = 400;

const markdown = /^ {0,3}(?:#{1,6} |`{3}|~{3}|\S.*\]\(|\[[^\]\n]{1,100}\]:[ \t]+\S)/m;

const document = /^\ufeff?\s{0,100}<(?:\?xml|!doctype|html|rss|feed|svg)(?=[\s>])/i;

/** Whether a text is an XML or HTML document, in which depth means nothing. */
export function isMarkupDocument(text: string): boolean {
	return document.test(text);
}

/** Whether a text has headings, fences or links: then what is indented is meant as Markdown has it. */
export function looksLikeMarkdown(text: string): boolean {
	return markdown.test(text);
}

/** A line of prose may introduce code; a line of code does not, else whole source files would be it. */
export function introducesCode(text: string, line: number, lineEnd: number): boolean {
	if (text.startsWith("    ", line) || text.charCodeAt(line) === 0x09) return false;
	return /[\p{L}\p{M}\p{Nd}.:!?)*`。：]\s*$/u.test(text.slice(Math.max(line, lineEnd - 8), lineEnd));
}

/**
 * Whether an indented block is code: in Markdown unless it reads like prose, which people indent too; elsewhere only
 * if most of its lines look like code.
 */
export function isIndentedCode(text: string, start: number, end: number, strict: boolean): boolean {
	let seen = 0;
	let code = 0;
	for (let at = start; at < end && seen < linesSeen; ) {
		const newline = text.indexOf("\n", at);
		const lineEnd = newline < 0 ? end : newline;
		const line = text.slice(at, Math.min(lineEnd, at + charsSeen));
		if (line.trim() !== "") {
			seen++;
			if (codeLine.test(line) || command.test(line) || (strict && !isProse(line))) code++;
		}
		at = lineEnd + 1;
	}
	return code * 2 > seen;
}

/** Five words or more, nearly all of them without a sign of code. */
function isProse(line: string): boolean {
	if (spaceless.test(line)) return true;
	const words = line.trim().split(/\s+/);
	return words.length >= 5 && words.filter((word) => plainWord.test(word)).length >= words.length * 0.8;
}
