// How a kept word follows the kept one before it, and whether the text can be cut there. What `KeptWords` is linked by.
import { charClass, classAt, classBefore } from "../char-class.ts";
import { safeCut } from "../count/safe-cut.ts";
import { type Layout, leading, separator } from "./gaps.ts";

export interface Joint {
	/** The strongest gap between the two words. */
	readonly gap: number;
	/** What stands between them, or before the first. */
	readonly space: string;
	/** Where in that a piece begins; -1 if the word is in the piece of the one before it. */
	readonly cut: number;
	/** Whether the two are a run of letters, which only the counter can cut. */
	readonly inRun: boolean;
}

/** @param before -1: no word is kept before `at` */
export function jointOf(layout: Layout, before: number, at: number, gap: number): Joint {
	if (before < 0) return { gap, space: leading(layout, at), cut: 0, inRun: false };
	const { text, words } = layout;
	const end = words.end[before] ?? 0;
	const start = words.start[at] ?? 0;
	const space = separator(layout, before, at, gap);
	const cut = safeCut(charBefore(text, end), space, charAt(text, start));
	const inRun = cut < 0 && space === "" && classAt(text, start) === charClass.script && endsRun(text, end);
	return { gap, space, cut, inRun };
}

function endsRun(text: string, end: number): boolean {
	const ending = classBefore(text, end);
	return ending === charClass.script || ending === charClass.extend;
}

function charAt(text: string, at: number): string {
	return (text.charCodeAt(at) & 0xfc00) === 0xd800
		? String.fromCodePoint(text.codePointAt(at) ?? 0)
		: text.charAt(at);
}

function charBefore(text: string, at: number): string {
	const paired =
		(text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
	return text.slice(paired ? at - 2 : at - 1, at);
}
