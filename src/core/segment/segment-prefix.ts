// What begins with a mark that belongs to it inside a line: a number with its sign, a path, an escape of Markdown.
import { charClass, charLength, classAt, classBefore, isAlnum } from "../char-class.ts";
import type { PathFinder } from "./path-finder.ts";
import { hint } from "./segment-hints.ts";
import type { SegmentList } from "./segment-list.ts";
import { numberEnd } from "./segment-number.ts";
import { comparedNumber, sectionEnd } from "./segment-number-shapes.ts";
import { continuesWord } from "./segment-word.ts";

/** Marks that may stand before a number and belong to it. */
const numberPrefix = ":-+−±~≈≥≤<>=^#.$€£¥₹₽₩₺₴₪₫฿₿￥＄－＋";
/** Signs that belong to a number even with a space between. */
const comparisons = "<>=!≤≥≠≈±~§";
/** A number with its sign or currency, or a path that begins with a slash, a dot or a tilde. */
export function scanPrefix(
	text: string,
	at: number,
	seen: number,
	paths: PathFinder,
	found: SegmentList,
): number {
	const char = text.charAt(at);
	const before = classBefore(text, at);
	if (isAlnum(before) || before === charClass.extend) return char === "\\" ? behindEscape(text, at) : 0;
	const compared = comparisons.includes(char) ? comparedEnd(text, at) : 0;
	if (compared > 0) {
		found.push("number", at, compared);
		return compared;
	}
	const phone = char === "(" && classAt(text, at + 1) === charClass.digit;
	if (seen & hint.digit && (phone || numberPrefix.includes(char))) {
		const end = numberEnd(text, at);
		if (end > 0) {
			found.push("number", at, end);
			return end;
		}
	}
	// "/**b**" in "**a**/**b**" is no path.
	const strong = text.startsWith("/**", at) && isAlnum(classAt(text, at + 3));
	if ("/.~\\".includes(char) && seen & hint.path && !strong) {
		const end = paths.endAt(at);
		if (end > 0) found.push("code", at, end);
		return end > 0 ? end : char === "\\" ? behindEscape(text, at) : 0;
	}
	return 0;
}

/** The end of a number that stands behind the sign of a comparison or of a section, with that sign, or 0. */
function comparedEnd(text: string, at: number): number {
	if (text.charAt(at) === "§") return sectionEnd(text, at);
	const before = classBefore(text, at);
	if ((before === charClass.mark || before === charClass.symbol) && !"([{,;:".includes(text.charAt(at - 1)))
		return 0;
	const number = comparedNumber(text, at);
	return number > 0 ? numberEnd(text, number) : 0;
}

/** Behind a backslash and the mark that it makes plain; a closing tag is one all the same, as in XML. */
function behindEscape(text: string, at: number): number {
	return text.startsWith("</", at + 1) ? at + 1 : at + 2;
}

/** Marks that structure a text unless a backslash stands before them; a number's stop or bracket opens an item. */
export function isEscape(text: string, at: number): boolean {
	if (text.charCodeAt(at) !== 0x5c) return false;
	const char = text.charAt(at + 1);
	if (char === "." || char === ")") return classBefore(text, at) === charClass.digit;
	return char !== "" && "#`*_~>+-|".includes(char);
}

/** A backslash, the mark behind it and the word that they stand in are one: "snake\\_case", "\\# no heading". */
export function scanEscape(text: string, at: number, found: SegmentList): number {
	let start = at;
	while (start > found.end && isAlnum(classAt(text, start - 1))) start--;
	let end = at;
	while (isEscape(text, end) || (end > at && continuesWord(classAt(text, end)))) {
		end += isEscape(text, end) ? 2 : charLength(text, end);
	}
	found.push(null, start, end);
	return end;
}
