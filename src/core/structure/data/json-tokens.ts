// Strings and comments of JSON, by their first and last characters alone.
import { lineEnd } from "../lines.ts";

/** Behind the closing quote of the string that opens at `open`; 0 if a line break comes first, as in no JSON. */
export function stringEnd(text: string, open: number): number {
	for (let at = open + 1; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) return at + 1;
		if (unit === 0x5c) at++;
		else if (unit < 0x20) return 0;
	}
	return 0;
}

/** Where the comment at `at` ends; 0 if none begins there. */
export function commentEnd(text: string, at: number): number {
	if (text.startsWith("//", at)) return lineEnd(text, at);
	if (!text.startsWith("/*", at)) return 0;
	const close = text.indexOf("*/", at + 2);
	return close < 0 ? text.length : close + 2;
}
