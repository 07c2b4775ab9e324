// What segment looks for inside a line: token by token, and inside a token only where a character hints at it.
import { charClass, charLength, classAt, classBefore, isAlnum } from "../char-class.ts";
import { PathFinder } from "./path-finder.ts";
import { scanEmphasis } from "./segment-emphasis.ts";
import { hint } from "./segment-hints.ts";
import type { SegmentList } from "./segment-list.ts";
import { scanMark } from "./segment-mark.ts";
import { namedNumberAt } from "./segment-number.ts";
import { continuesWord, scanWord } from "./segment-word.ts";

const hints = new Uint8Array(128);
for (let unit = 0; unit <= 0x20; unit++) if (/\s/.test(String.fromCharCode(unit))) hints[unit] = hint.space;
for (const char of "`<{$%[]*_~|&!-=>") hints[char.charCodeAt(0)] = hint.mark;
for (const char of "0123456789") hints[char.charCodeAt(0)] = hint.digit;
for (const char of "/\\.") hints[char.charCodeAt(0)] = hint.path;
hints[0x3a] = hint.colon;
hints[0x40] = hint.at;

/** "(September" is the longest name of a month with what may stand before it. */
const longestName = 14;

/**
 * Finds the segments in `[from, limit)`, which holds no line start but its own. Gives where it stopped:
 * `limit`, or beyond it where inline code or a link ends on a later line. In a `table`, bars are marks.
 */
export function scanInline(
	text: string,
	from: number,
	limit: number,
	table: boolean,
	found: SegmentList,
): number {
	let at = from;
	while (at < limit) {
		let seen = 0;
		let end = at;
		for (; end < limit; end++) {
			const unit = text.charCodeAt(end);
			const flag = unit < 128 ? (hints[unit] ?? 0) : classHint(text, end);
			if (flag === hint.space) break;
			seen |= flag;
		}
		const named = end - at >= 2 && end - at <= longestName ? namedNumberAt(text, at) : null;
		if (named && named.end <= limit) {
			found.push("number", named.start, named.end);
			at = named.end;
			continue;
		}
		at = seen !== 0 ? scanToken(text, at, end, seen, table, found) : end;
		if (at === end) at++;
	}
	return at > limit + 1 ? at : limit;
}

function classHint(text: string, at: number): number {
	const found = classAt(text, at);
	if (found === charClass.symbol || found === charClass.mark) return hint.mark;
	return found === charClass.space ? hint.space : found === charClass.digit ? hint.digit : 0;
}

function scanToken(
	text: string,
	start: number,
	end: number,
	seen: number,
	table: boolean,
	found: SegmentList,
): number {
	const paths = new PathFinder(text, end);
	let at = start;
	while (at < end) {
		const kind = classAt(text, at);
		let next = 0;
		if (isUnderscoreMark(text, at, start, end)) next = scanEmphasis(text, at, found);
		else if (isAlnum(kind)) {
			const before = classBefore(text, at);
			if (!isAlnum(before) && before !== charClass.extend) next = scanWord(text, at, seen, paths, found);
			if (next === 0) {
				next = at + charLength(text, at);
				while (next < end && continuesWord(classAt(text, next)) && !isUnderscoreMark(text, next, start, end))
					next += charLength(text, next);
			}
		} else if (kind === charClass.mark || kind === charClass.symbol) {
			next = scanMark(text, at, seen, table, paths, found);
		}
		at = next > 0 ? next : at + charLength(text, at);
	}
	return at;
}

/** An underscore at the edge of a word, where it may be emphasis; inside a word it is a letter. */
function isUnderscoreMark(text: string, at: number, start: number, end: number): boolean {
	if (text.charCodeAt(at) !== 0x5f) return false;
	return at === start || !isAlnum(classBefore(text, at)) || at + 1 >= end || !isAlnum(classAt(text, at + 1));
}
