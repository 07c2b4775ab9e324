// What a sticky regular expression (flag `y`) finds at one place of a text, without a copy of the text.

/** The end of the match that begins at `at`, or 0 if there is none. */
export function matchEnd(form: RegExp, text: string, at: number): number {
	form.lastIndex = at;
	return form.test(text) ? form.lastIndex : 0;
}

/** Whether a match begins at `at`. */
export function matchesAt(form: RegExp, text: string, at: number): boolean {
	form.lastIndex = at;
	return form.test(text);
}
