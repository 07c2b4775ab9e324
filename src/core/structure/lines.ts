// Lines of a text, for the readers of formats that go line by line.

/** Where the line that holds `at` ends: before its line break, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
	const newline = text.indexOf("\n", at);
	return newline < 0 ? text.length : newline;
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
