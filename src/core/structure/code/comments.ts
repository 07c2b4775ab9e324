// Where the comments of a program are: strings, templates and regular expressions are passed over.

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

/** The comments of `text`, ascending; null if a comment or string never ends. Takes linear time. */
export function findComments(text: string, syntax: Syntax): Comment[] | null {
	const { starts, line, oneLine, escapes } = lexers[syntax];
	const comments: Comment[] = [];
	starts.lastIndex = 0;
	for (let found = starts.exec(text); found; found = starts.exec(text)) {
		const start = found.index;
		const mark = found[0];
		let end = start + mark.length;
		if (line.test(mark)) {
			end = endOfLine(text, start);
			comments.push({ start, end, kind: "line" });
		} else if (mark === "/*") {
			const close = text.indexOf("*/", end);
			if (close < 0) return null;
			end = close + 2;
			comments.push({ start, end, kind: "block" });
		} else if (mark === "/") end = expressionEnd(text, start) || end;
		else if (!mark.startsWith("\\")) {
			const close = stringEnd(text, end, mark, oneLine.test(mark), escapes && text.charAt(start - 1) !== "@");
			if (close < 0) return null;
			if (syntax === "python" && mark.length === 3 && isStatement(text, start, close))
				comments.push({ start, end: close, kind: "doc" });
			end = close;
		}
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

/** The end of the regular expression at `start`, or 0 where the slash divides. */
function expressionEnd(text: string, start: number): number {
	const before = text.slice(Math.max(0, start - 12), start).trimEnd();
	if (before !== "" && !/[=(,:[!&|?{};+>]$|\b(?:return|case|typeof)$/.test(before)) return 0;
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

/** Whether nothing else stands on the lines of a string: it documents what it stands in. */
function isStatement(text: string, start: number, end: number): boolean {
	const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
	return /^[ \t]*$/.test(before) && /^[ \t]*$/m.test(text.slice(end, endOfLine(text, end)));
}

function endOfLine(text: string, at: number): number {
	const newline = text.indexOf("\n", at);
	return newline < 0 ? text.length : newline;
}
