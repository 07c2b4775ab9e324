// Emphasis marks of Markdown: *, **, _, __, ~~, as pairs inside a paragraph.
import { charClass, classAt, classBefore, isAlnum } from "../char-class.ts";
import type { SegmentList } from "./segment-list.ts";

const dunder = /__[A-Za-z0-9]{1,40}(?:_[A-Za-z0-9]{1,40}){0,8}__(?![A-Za-z0-9_])/y;

/** Reads the run of marks at `at`, notes an opener or closes one, and gives the end of the run. */
export function scanEmphasis(text: string, at: number, found: SegmentList): number {
	const char = text.charAt(at);
	dunder.lastIndex = at;
	if (char === "_" && dunder.test(text)) return dunder.lastIndex;
	let end = at + 1;
	while (text[end] === char) end++;
	if (end - at > 3) return end;
	const mark = text.slice(at, end);
	const before = classBefore(text, at);
	const after = end < text.length ? classAt(text, end) : charClass.space;
	// Strong text may end inside a word, as before a particle in Korean: "**Biome**은".
	const inWord = mark === "**" && isAlnum(before);
	if (before !== charClass.space && (!isAlnum(after) || inWord) && found.close(mark)) {
		found.push("markup", at, end, "close");
	} else if (after !== charClass.space && !isAlnum(before)) {
		found.open(mark, at, end);
	}
	return end;
}
