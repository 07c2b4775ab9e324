// JSON: everything stays but the words inside long strings, so that keys, types and short values are the same.
import type { Span } from "../../options.ts";
import type { Parts } from "../parts.ts";
import { commentEnd, stringEnd } from "./json-tokens.ts";
import { isLong, readEscaped } from "./quoted.ts";

/**
 * Where the JSON value whose first bracket is at `start` ends, by its brackets and strings alone; -1 if they do
 * not close.
 */
export function jsonEnd(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) {
			at = stringEnd(text, at) - 1;
			if (at < 0) return -1;
		} else if (unit === 0x7b || unit === 0x5b) depth++;
		else if ((unit === 0x7d || unit === 0x5d) && --depth === 0) return at + 1;
	}
	return -1;
}

/** Whether `[start, end)` is a JSON object or array. */
export function isJson(text: string, start: number, end: number): boolean {
	try {
		const value: unknown = JSON.parse(text.slice(start, end));
		return typeof value === "object" && value !== null;
	} catch {
		return false;
	}
}

/** Reads `[start, end)`, which `isJson` or `isLooseJson`. */
export function readJson(text: string, start: number, end: number, parts: Parts): void {
	const frame: Span[] = [];
	let from = start;
	const flush = (to: number) => {
		parts.push("markup", from, to);
		from = to;
	};
	for (let at = start; at < end; ) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) {
			const close = stringEnd(text, at);
			const behind = close || end;
			const isClosed = close > 0;
			if (isKey(text, behind, end) || !isLong(text.slice(at + 1, isClosed ? close - 1 : end))) {
				at = behind;
				continue;
			}
			flush(at);
			const quotes: Span[] = [[at, at + 1]];
			if (isClosed) quotes.push([close - 1, close]);
			readString(text, at, behind, quotes, parts);
			frame.push(...quotes);
			at = behind;
			from = behind;
		} else if (unit === 0x2f) at = Math.min(end, commentEnd(text, at) || at + 1);
		else if (unit <= 0x20) {
			flush(at);
			while (at < end && text.charCodeAt(at) <= 0x20) at++;
			from = at;
		} else {
			at++;
			if (unit === 0x2c) flush(at);
		}
	}
	flush(end);
	parts.block({ start, end, frame });
}

/** A long string. Its quotes belong to the frame of the whole; some word of it stays, since it is not empty. */
function readString(text: string, start: number, end: number, quotes: readonly Span[], parts: Parts): void {
	const [, close] = quotes;
	parts.block({ start, end, frame: quotes, filled: true });
	parts.mark(start, start + 1);
	readEscaped(text, start + 1, close?.[0] ?? end, parts);
	if (close) parts.mark(...close);
}

function isKey(text: string, behind: number, end: number): boolean {
	let at = behind;
	while (at < end && text.charCodeAt(at) <= 0x20) at++;
	return text.charCodeAt(at) === 0x3a;
}
