// Where the comments of a program are: strings, templates and regular expressions are passed over.
import { contentEnd, lineEnd, standsAlone } from "../lines.ts";

/** How a language writes comments and strings. */
export type Syntax = "braces" | "python" | "shell" | "sql";

/** `[start, end)` with its marks. A `doc` is a string that stands where a statement does (Python). */
export interface Comment {
	readonly start: number;
	readonly end: number;
	readonly kind: "line" | "block" | "doc";
}

interface Lexer {
	/** What may begin a comment or a string, as one expression with the flag `g`. */
	readonly starts: RegExp;
	readonly line: RegExp;
	/** Strings that end with their line if nothing closes them before. */
	readonly oneLine: RegExp;
	readonly escapes: boolean;
}

const lexers: Readonly<Record<Syntax, Lexer>> = {
	braces: { starts: /\/\/|\/\*|"""|["'`/]/g, line: /^\/\//, oneLine: /^["']$/, escapes: true },
	python: { starts: /#|"""|'''|["']/g, line: /^#/, oneLine: /^["']$/, escapes: true },
	shell: { starts: /(?<=^|\s)#|["'`]|\\./gm, line: /^#/, oneLine: /^$/, escapes: true },
	sql: { starts: /--|\/\*|\$\w{0,32}\$|["'`]/g, line: /^--/, oneLine: /^$/, escapes: false },
};

/** How many times its length a text is searched in vain for what closes: keeps hostile input linear. */
const searches = 4;

/** The comments of `text`, ascending; null if a comment or string never ends. Takes linear time. */
export function findComments(text: string, syntax: Syntax): Comment[] | null {
	const { starts, line, oneLine, escapes } = lexers[syntax];
	const comments: Comment[] = [];
	let budget = searches * text.length;
	starts.lastIndex = 0;
	for (let found = starts.exec(text); found; found = starts.exec(text)) {
		const start = found.index;
		const mark = found[0];
		let end = start + mark.length;
		if (line.test(mark)) {
			end = contentEnd(text, start, lineEnd(text, start));
			comments.push({ start, end, kind: "line" });
		} else if (mark === "/*") {
			const close = text.indexOf("*/", end);
			if (close < 0) return null;
			end = close + 2;
			comments.push({ start, end, kind: "block" });
		} else if (mark === "/") {
			if (!beginsExpression(text, start)) continue;
			const close = expressionEnd(text, start);
			if (close === 0) budget -= lineEnd(text, start) - start;
			end = close || end;
		} else if (!mark.startsWith("\\")) {
			const close = stringEnd(text, end, mark, oneLine.test(mark), escapes && text.charAt(start - 1) !== "@");
			if (close < 0) return null;
			if (close === end) budget -= lineEnd(text, end) - end;
			if (syntax === "python" && mark.length === 3 && standsAlone(text, start, close))
				comments.push({ start, end: close, kind: "doc" });
			end = close;
		}
		if (budget < 0) return null;
		starts.lastIndex = Math.max(end, start + 1);
	}
	return comments;
}

/** Behind the closing mark; -1 if there is none. What must end on its line and does not is no string. */
function stringEnd(text: string, from: number, mark: string, oneLine: boolean, escapes: boolean): number {
	for (let at = from; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === "\\" && escapes) at++;
		else if (char === "\n" && oneLine) return from;
		else if (char === mark.charAt(0) && text.startsWith(mark, at)) return at + mark.length;
	}
	return oneLine ? from : -1;
}

/** Whether the slash at `start` opens a regular expression rather than divides. */
function beginsExpression(text: string, start: number): boolean {
	const before = text.slice(Math.max(0, start - 12), start).trimEnd();
	return before === "" || /[=(,:[!&|?{};+>]$|\b(?:return|case|typeof)$/.test(before);
}

/** The end of the regular expression at `start`; 0 if nothing closes it on its line. */
function expressionEnd(text: string, start: number): number {
	let inClass = false;
	for (let at = start + 1; at < text.length && text.charAt(at) !== "\n"; at++) {
		const char = text.charAt(at);
		if (char === "\\") at++;
		else if (char === "[") inClass = true;
		else if (char === "]") inClass = false;
		else if (char === "/" && !inClass) return at + 1;
	}
	return 0;
}
