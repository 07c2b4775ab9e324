// What begins with a letter or a digit inside a line: an address, a number, a path.
import { charClass, classAt, classBefore, isAlnum } from "../char-class.ts";
import type { PathFinder } from "./path-finder.ts";
import { hint } from "./segment-hints.ts";
import type { SegmentList } from "./segment-list.ts";
import { numberEnd } from "./segment-number.ts";
import { dayPartStart } from "./segment-number-limits.ts";
import { emailEnd, urlEnd } from "./segment-url.ts";

/** Marks behind which a number still belongs to the word before them: "COVID-19", "v=3", "a[0]". */
const wordJoiners = "-.:/\\@&+=~'’#_([";

/** Whether a word goes on with a character of this class. */
export function continuesWord(kind: number): boolean {
	return isAlnum(kind) || kind === charClass.extend;
}

/** A URL, address, number or path that begins with a letter or digit. */
export function scanWord(
	text: string,
	at: number,
	seen: number,
	paths: PathFinder,
	found: SegmentList,
): number {
	let end = seen & (hint.colon | hint.path) ? urlEnd(text, at) : 0;
	if (end === 0 && seen & hint.at) end = emailEnd(text, at);
	if (end > 0) {
		found.push("url", at, end);
		return end;
	}
	if (seen & (hint.digit | hint.colon) && mayBeNumber(text, at) && !insideWord(text, at)) {
		end = numberEnd(text, at);
		if (end > 0) {
			found.push("number", spacedCurrency(text, at, found), end);
			return end;
		}
	}
	if (seen & hint.path) end = paths.endAt(at);
	if (end > 0) found.push("code", at, end);
	return end;
}

/** Digits, `v2`, `US$5`, and hexadecimal letters that begin a UUID or an IPv6 address. */
function mayBeNumber(text: string, at: number): boolean {
	if (classAt(text, at) === charClass.digit) return true;
	if (text.startsWith("US$", at) || text.startsWith("R$", at)) return true;
	if (isAccount(text, at)) return true;
	const unit = text.charCodeAt(at) | 0x20;
	if (unit === 0x76) return classAt(text, at + 1) === charClass.digit;
	if (unit < 0x61 || unit > 0x66) return false;
	return text[at + 8] === "-" || text.slice(at + 1, at + 5).includes(":");
}

/** Two capitals and two digits, as an IBAN begins. */
function isAccount(text: string, at: number): boolean {
	return classAt(text, at + 2) === charClass.digit && /^[A-Z]{2}\d{2}/.test(text.slice(at, at + 4));
}

function insideWord(text: string, at: number): boolean {
	return wordJoiners.includes(text.charAt(at - 1)) && isAlnum(classBefore(text, at - 1));
}

/** "€ 20", "午後3時": the start of the currency sign before the space or of the part of the day, else `at`. */
function spacedCurrency(text: string, at: number, found: SegmentList): number {
	const space = text.charCodeAt(at - 1);
	if ((space !== 0x20 && space !== 0xa0) || !/\p{Sc}/u.test(text.charAt(at - 2)))
		return dayPartStart(text, at, found.end);
	return found.end <= at - 2 && !isAlnum(classBefore(text, at - 2)) ? at - 2 : at;
}
