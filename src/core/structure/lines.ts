// Lines of a text, for the readers of formats that go line by line.

/** Where the line that holds `at` ends: before its line break, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
	const newline = text.indexOf("\n", at);
	return newline < 0 ? text.length : newline;
}

/** Where the line break before the line at `line` begins; `line` itself if there is none. */
export function breakStart(text: string, line: number): number {
	if (line === 0 || text.charCodeAt(line - 1) !== 0x0a) return line;
	return line - (text.charCodeAt(line - 2) === 0x0d ? 2 : 1);
}

/** The end of a line without its carriage return: no word ends with one, since a line break must not be torn. */
export function contentEnd(text: string, start: number, end: number): number {
	return end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

/** The end of a line without the carriage return and the blanks before it. */
export function trimmedLineEnd(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && /[ \t\r]/.test(text.charAt(at - 1))) at--;
	return at;
}

/** How many blanks the line at `at` begins with. */
export function indentOf(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0x09) end++;
	return end - at;
}

/** Whether nothing but blanks stands beside `[start, end)` on its lines. Looks at those blanks alone. */
export function standsAlone(text: string, start: number, end: number): boolean {
	let from = start;
	while (isBlank(text, from - 1)) from--;
	let to = end;
	while (isBlank(text, to)) to++;
	return (from === 0 || text.charAt(from - 1) === "\n") && (to >= text.length || text.charAt(to) === "\n");
}

function isBlank(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit === 0x20 || unit === 0x09 || unit === 0x0d;
}
