// What opens and closes inside a paragraph: code in backticks, formulas, links.
import { backticks, inlineCodeClose } from "./segment-code.ts";
import type { SegmentList } from "./segment-list.ts";
import { barTargetEnd, entityEnd, linkTargetAt, referenceEnd } from "./segment-markup.ts";
import { texAt } from "./segment-math.ts";
import { placeholderEnd } from "./segment-placeholder.ts";

/** A formula or a command of TeX; in a table, none that holds a bar. */
export function scanTex(text: string, at: number, table: boolean, found: SegmentList): number {
	const part = texAt(text, at, found.closers);
	if (part === null || (table && /[|\n]/.test(text.slice(at, part.end)))) return 0;
	if (part.kind === "environment") found.push(null, at, part.end);
	else if (part.kind !== "item") found.push("code", at, part.end);
	else if (/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 40), at)))
		found.push("markup", at, part.end, "marker");
	return part.end;
}

export function scanCode(text: string, at: number, found: SegmentList): number {
	const run = backticks(text, at);
	const close = inlineCodeClose(text, at + run, run);
	if (close < 0 || (found.sectionEnd > at && found.sectionEnd < close)) return at + run;
	found.push("code", at, at + run, "open");
	if (close > at + run) found.push("code", at + run, close, "inside");
	found.push("code", close, close + run, "close");
	return close + run;
}

export function scanBracket(text: string, at: number, found: SegmentList): number {
	const note = entityEnd(text, at);
	const end = note > 0 ? note : placeholderEnd(text, at);
	if (end > 0) found.push(note > 0 ? "markup" : "placeholder", at, end);
	else found.open("[", at, at + 1);
	return end > 0 ? end : at + 1;
}

/** The target of a link as Jira writes it, with the bracket that ends the link. */
export function scanBarTarget(text: string, at: number, found: SegmentList): boolean {
	const end = barTargetEnd(text, at);
	if (end === 0 || !found.close("[")) return false;
	found.push("url", at, end, "close");
	return true;
}

/** The end of a link's text: `](target "title")` or `][name]`. */
export function scanLink(text: string, at: number, found: SegmentList): number {
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
