// What begins with a mark or a symbol inside a line.
import { classBefore, isAlnum } from "../char-class.ts";
import type { PathFinder } from "./path-finder.ts";
import { scanEmphasis } from "./segment-emphasis.ts";
import type { SegmentList } from "./segment-list.ts";
import { autolinkEnd, barTargetEnd, entityEnd, genericEnd } from "./segment-markup.ts";
import { placeholderEnd, placeholderPath } from "./segment-placeholder.ts";
import { isEscape, scanEscape, scanPrefix } from "./segment-prefix.ts";
import { scanBarTarget, scanBracket, scanCode, scanLink, scanTex } from "./segment-span.ts";
import { scanTag } from "./segment-tag.ts";

/** What begins with a mark or symbol. Gives the end, or 0 where it is plain text. */
export function scanMark(
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
		const [start, end] = placeholderPath(text, at, placeholder, found.end);
		found.push("placeholder", start, end);
		return end;
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
