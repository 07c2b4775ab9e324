// Tags, and what lies between them that is no prose: scripts, styles, preformatted text, comments.
import type { SegmentList } from "./segment-list.ts";
import { tagEnd } from "./segment-markup.ts";

const rawTag = /<(script|style|pre|code|textarea)(?=[\s>])/iy;
/** Code inside of a line of text is short; what is longer was meant otherwise. */
const longestCode = 2000;

/** A tag, or what ends a comment or a section, with content that is no prose. Gives the end, or 0. */
export function scanTag(text: string, at: number, found: SegmentList): number {
	if (text.charCodeAt(at) !== 0x3c) {
		const ends = at === found.sectionEnd || text.startsWith("-->", at);
		if (ends) found.push("markup", at, at + 3);
		return ends ? at + 3 : 0;
	}
	const comment = wholeCommentEnd(text, at, found);
	if (comment > 0) {
		found.push(null, at, comment);
		return comment;
	}
	const end = tagEnd(text, at);
	const section = found.sectionEnd;
	// A tag that was cut off at the end of its section is text.
	if (end === 0 || (section > at && end > section)) return 0;
	found.push("markup", at, end);
	if (text.startsWith("<![", at)) found.sectionEnd = found.next(text, "]]>", end);
	const raw = rawEnd(text, at, end, found);
	if (raw === 0) return end;
	found.push("code", end, raw, "inside");
	return raw;
}

/** Where the content ends of the element whose opening tag is `[start, end)`, if that is code, or 0. */
function rawEnd(text: string, start: number, end: number, found: SegmentList): number {
	rawTag.lastIndex = start;
	const name = rawTag.exec(text)?.[1];
	if (name === undefined || text.charCodeAt(end - 2) === 0x2f) return 0;
	const close = found.next(text, `</${name}>`, end);
	if (close <= end || (name.toLowerCase() === "code" && close > end + longestCode)) return 0;
	// An opening tag inside: the first one was only spoken of.
	const again = found.next(text, `<${name}>`, end);
	return again >= 0 && again < close ? 0 : close;
}

/** The end of the comment that begins at `start` if it holds tags or lines, of which some would be no use; or 0. */
function wholeCommentEnd(text: string, start: number, found: SegmentList): number {
	if (!text.startsWith("<!--", start)) return 0;
	const close = found.next(text, "-->", start + 4);
	const tag = found.next(text, "<", start + 4);
	if (close < 0) return 0;
	const line = found.next(text, "\n", start + 4);
	return (tag >= 0 && tag < close) || (line >= 0 && line < close) ? close + 3 : 0;
}
