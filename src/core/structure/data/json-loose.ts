// JSON that no parser takes as it is: cut somewhere (a tool's result), with comments, with commas behind the last.
import { matchEnd } from "../../match-at.ts";
import { lineEnd } from "../lines.ts";
import { commentEnd, stringEnd } from "./json-tokens.ts";

/** What says that something was cut ("… [truncated]") is at most so long. */
const longestNote = 200;
/** Fewer strings may as well be prose in brackets. */
const fewestStrings = 2;

const literal = /(?:-?\d[\d.eE+-]*|-|t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?)(?![\w.])/y;

type Expected = "value" | "key" | "colon" | "comma";

/** Whether `[start, end)` is an object or array with comments or spare commas, or the beginning of one. */
export function isLooseJson(text: string, start: number, end: number): boolean {
	const open: string[] = [];
	let expected: Expected = "value";
	let strings = 0;
	for (let at = skip(text, start, end); at < end; at = skip(text, at, end)) {
		const char = text.charAt(at);
		const inObject = open.at(-1) === "{";
		let next = at + 1;
		if (char === '"' && (expected === "value" || expected === "key")) {
			next = stringEnd(text, at);
			// A string that is cut, or none.
			if (next === 0 || next > end) return ++strings >= fewestStrings && lineEnd(text, at) >= end;
			strings++;
			expected = expected === "key" ? "colon" : "comma";
		} else if ((char === "{" || char === "[") && expected === "value") {
			open.push(char);
			expected = char === "{" ? "key" : "value";
		} else if (char === (inObject ? "}" : "]") && closes(expected, inObject)) {
			open.pop();
			if (open.length === 0) return strings >= fewestStrings && skip(text, next, end) >= end;
			expected = "comma";
		} else if (char === ":" && expected === "colon") expected = "value";
		else if (char === "," && expected === "comma") expected = inObject ? "key" : "value";
		else {
			next = expected === "value" ? literalEnd(text, at) : 0;
			if (next === 0) return strings >= fewestStrings && end - at <= longestNote;
			expected = "comma";
		}
		at = next;
	}
	return strings >= fewestStrings;
}

/** A bracket may close behind a value, or at once, or behind a comma. */
function closes(expected: Expected, inObject: boolean): boolean {
	return expected === "comma" || expected === (inObject ? "key" : "value");
}

function skip(text: string, from: number, end: number): number {
	let at = from;
	while (at < end) {
		if (text.charCodeAt(at) <= 0x20) at++;
		else {
			const comment = commentEnd(text, at);
			if (comment === 0) return at;
			at = comment;
		}
	}
	return at;
}

function literalEnd(text: string, at: number): number {
	return matchEnd(literal, text, at);
}
