// What segment looks for inside a line: token by token, and inside a token only where a character hints at it.
import { charClass, charLength, classAt, classBefore, isAlnum } from "../char-class.ts";
import { PathFinder } from "./path-finder.ts";
import { backticks, inlineCodeClose } from "./segment-code.ts";
import { scanEmphasis } from "./segment-emphasis.ts";
import type { SegmentList } from "./segment-list.ts";
import {
	autolinkEnd,
	barTargetEnd,
	entityEnd,
	genericEnd,
	linkTargetAt,
	referenceEnd,
} from "./segment-markup.ts";
import { texAt } from "./segment-math.ts";
import { namedNumberAt, numberEnd } from "./segment-number.ts";
import { comparedNumber, sectionEnd } from "./segment-number-shapes.ts";
import { placeholderEnd } from "./segment-placeholder.ts";
import { scanTag } from "./segment-tag.ts";
import { emailEnd, urlEnd } from "./segment-url.ts";

const hint = { space: 1, colon: 2, at: 4, path: 8, digit: 16, mark: 32 } as const;

const hints = new Uint8Array(128);
for (let unit = 0; unit <= 0x20; unit++) if (/\s/.test(String.fromCharCode(unit))) hints[unit] = hint.space;
for (const char of "`<{$%[]*_~|&!-=>") hints[char.charCodeAt(0)] = hint.mark;
for (const char of "0123456789") hints[char.charCodeAt(0)] = hint.digit;
for (const char of "/\\.") hints[char.charCodeAt(0)] = hint.path;
hints[0x3a] = hint.colon;
hints[0x40] = hint.at;

/** "(September" is the longest name of a month with what may stand before it. */
const longestName = 10;

/** Marks that may stand before a number and belong to it. */
const numberPrefix = ":-+−±~≈≥≤<>=^#.$€£¥₹₽₩₺₴₪₫฿₿￥";
/** Signs that belong to a number even with a space between. */
const comparisons = "<>=!≤≥≠≈±~§";
/** Marks behind which a number still belongs to the word before them: "COVID-19", "v=3", "a[0]". */
const wordJoiners = "-.:/\\@&+=~'’#_([";

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

function continuesWord(kind: number): boolean {
	return isAlnum(kind) || kind === charClass.extend;
}

/** A URL, address, number or path that begins with a letter or digit. */
function scanWord(text: string, at: number, seen: number, paths: PathFinder, found: SegmentList): number {
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

/** "€ 20": the start of the currency sign before the space, else `at`. */
function spacedCurrency(text: string, at: number, found: SegmentList): number {
	const space = text.charCodeAt(at - 1);
	if ((space !== 0x20 && space !== 0xa0) || !/\p{Sc}/u.test(text.charAt(at - 2))) return at;
	return found.end <= at - 2 && !isAlnum(classBefore(text, at - 2)) ? at - 2 : at;
}

/** What begins with a mark or symbol. Gives the end, or 0 where it is plain text. */
function scanMark(
	text: string,
	at: number,
	seen: number,
	table: boolean,
	paths: PathFinder,
	found: SegmentList,
): number {
	const char = text.charAt(at);
	let next = 0;
	switch (char) {
		case "`":
			return scanCode(text, at, found);
		case "*":
		case "_":
			return scanEmphasis(text, at, found);
		case "[":
			return scanBracket(text, at, found);
		case "]":
			return scanTag(text, at, found) || scanLink(text, at, found);
		case "!":
			if (text[at + 1] !== "[") break;
			found.open("[", at, at + 2);
			return at + 2;
		case "|":
			if (scanBarTarget(text, at, found)) return barTargetEnd(text, at);
			if (table) found.push("markup", at, at + 1, "marker");
			return table ? at + 1 : 0;
		case "\\":
			if (isEscape(text, at)) return scanEscape(text, at, found);
			next = scanTex(text, at, table, found);
			if (next > 0) return next;
			break;
		case "$":
			next = scanTex(text, at, table, found);
			if (next > 0) return next;
			break;
		case "&": {
			const end = entityEnd(text, at);
			if (end > 0) found.push("markup", at, end);
			return end;
		}
	}
	const placeholder = placeholderEnd(text, at);
	if (placeholder > 0 && !(char === "%" && isAlnum(classBefore(text, at)))) {
		found.push("placeholder", at, placeholder);
		return placeholder;
	}
	if (char === "~" && text[at + 1] === "~") return scanEmphasis(text, at, found);
	const tag = scanTag(text, at, found);
	if (tag > 0) return tag;
	const generic = char === "<" && isAlnum(classBefore(text, at)) ? genericEnd(text, at) : 0;
	if (generic > 0) {
		found.push(null, at, generic);
		return generic;
	}
	const address = char === "<" ? autolinkEnd(text, at) : 0;
	if (address > 0) {
		found.push("url", at, address);
		return address;
	}
	return scanPrefix(text, at, seen, paths, found);
}

/** Marks that structure a text unless a backslash stands before them; a number's stop or bracket opens an item. */
function isEscape(text: string, at: number): boolean {
	if (text.charCodeAt(at) !== 0x5c) return false;
	const char = text.charAt(at + 1);
	if (char === "." || char === ")") return classBefore(text, at) === charClass.digit;
	return char !== "" && "#`*_~>+-|".includes(char);
}

/** A backslash, the mark behind it and the word that they stand in are one: "snake\\_case", "\\# no heading". */
function scanEscape(text: string, at: number, found: SegmentList): number {
	let start = at;
	while (start > found.end && isAlnum(classAt(text, start - 1))) start--;
	let end = at;
	while (isEscape(text, end) || (end > at && continuesWord(classAt(text, end)))) {
		end += isEscape(text, end) ? 2 : charLength(text, end);
	}
	found.push(null, start, end);
	return end;
}

/** A number with its sign or currency, or a path that begins with a slash, a dot or a tilde. */
function scanPrefix(text: string, at: number, seen: number, paths: PathFinder, found: SegmentList): number {
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

/** A formula or a command of TeX; in a table, none that holds a bar. */
function scanTex(text: string, at: number, table: boolean, found: SegmentList): number {
	const part = texAt(text, at, found.closers);
	if (part === null || (table && /[|\n]/.test(text.slice(at, part.end)))) return 0;
	if (part.kind === "environment") found.push(null, at, part.end);
	else if (part.kind !== "item") found.push("code", at, part.end);
	else if (/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 40), at)))
		found.push("markup", at, part.end, "marker");
	return part.end;
}

function scanCode(text: string, at: number, found: SegmentList): number {
	const run = backticks(text, at);
	const close = inlineCodeClose(text, at + run, run);
	if (close < 0 || (found.sectionEnd > at && found.sectionEnd < close)) return at + run;
	found.push("code", at, at + run, "open");
	if (close > at + run) found.push("code", at + run, close, "inside");
	found.push("code", close, close + run, "close");
	return close + run;
}

function scanBracket(text: string, at: number, found: SegmentList): number {
	const note = entityEnd(text, at);
	const end = note > 0 ? note : placeholderEnd(text, at);
	if (end > 0) found.push(note > 0 ? "markup" : "placeholder", at, end);
	else found.open("[", at, at + 1);
	return end > 0 ? end : at + 1;
}

/** The target of a link as Jira writes it, with the bracket that ends the link. */
function scanBarTarget(text: string, at: number, found: SegmentList): boolean {
	const end = barTargetEnd(text, at);
	if (end === 0 || !found.close("[")) return false;
	found.push("url", at, end, "close");
	return true;
}

/** The end of a link's text: `](target "title")` or `][name]`. */
function scanLink(text: string, at: number, found: SegmentList): number {
	const link = text[at + 1] === "(" ? linkTargetAt(text, at + 1) : null;
	if (link && found.close("[")) {
		found.push("markup", at, at + 1, "close");
		found.push("markup", at + 1, at + 2, "open");
		if (link.targetEnd > link.target) found.push("url", link.target, link.targetEnd);
		found.push("markup", link.end - 1, link.end, "close");
		return link.end;
	}
	const reference = text[at + 1] === "[" ? referenceEnd(text, at + 1) : 0;
	if (reference > 0 && found.close("[")) {
		found.push("markup", at, at + 1, "close");
		found.push("markup", at + 1, reference);
		return reference;
	}
	found.forget("[");
	return at + 1;
}
