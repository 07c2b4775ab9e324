// What stands between words: how strong the white space before each one is, and which of several
// stays when the words between two kept ones go. The cost curve and render both ask here.
import { charClass, classAt, classBefore } from "../char-class.ts";
import { type WordTable, wordKind } from "../word-table.ts";

/**
 * From weak to strong; of the gaps that words fell out between, the strongest stays.
 * `wrap`: a line break inside a clause, only there because the text was wrapped.
 */
export const gapStrength = { none: 0, wrap: 1, space: 2, tab: 3, newline: 4, blankLine: 5 } as const;

/** A text, its words, and the strength of the white space before each word and, last, after all. */
export interface Layout {
	readonly text: string;
	readonly words: WordTable;
	readonly gap: Uint8Array;
}

export function layOut(text: string, words: WordTable): Layout {
	const count = words.start.length;
	const gap = new Uint8Array(count + 1);
	for (let at = 0; at <= count; at++) {
		const inside = at > 0 && at < count && words.kind[at] !== wordKind.marker;
		const sameClause = inside && words.clause[at - 1] === words.clause[at];
		gap[at] = strengthOf(gapText(text, words, at), sameClause);
	}
	return { text, words, gap };
}

/** The source between word `at - 1` and word `at`. */
export function gapText(text: string, { start, end }: WordTable, at: number): string {
	const from = at === 0 ? 0 : (end[at - 1] ?? 0);
	return text.slice(from, at === start.length ? text.length : start[at]);
}

function strengthOf(space: string, sameClause: boolean): number {
	if (space === "") return gapStrength.none;
	if (space === " ") return gapStrength.space;
	const lines = space.split(/\r\n|[\n\r\u2028\u2029]/).length - 1;
	if (lines > 1) return gapStrength.blankLine;
	if (lines === 1) return sameClause ? gapStrength.wrap : gapStrength.newline;
	return space.includes("\t") ? gapStrength.tab : gapStrength.space;
}

/** The one of two gaps, `first` before `second`, that stays when what is between them goes. */
export function strongerGap({ gap }: Layout, first: number, second: number): number {
	return (gap[second] ?? 0) >= (gap[first] ?? 0) ? second : first;
}

/**
 * What `render` puts between two words that are kept while everything between them is not:
 * the source's own white space of the strongest gap, else one space, else nothing.
 *
 * @param strongest the strongest gap from `left + 1` to `right`
 */
export function separator(
	{ text, words, gap }: Layout,
	left: number,
	right: number,
	strongest: number,
): string {
	if (right === left + 1) return gapText(text, words, right);
	const { start, end, kind } = words;
	const leftEnd = end[left] ?? 0;
	const rightStart = start[right] ?? 0;
	const before = classBefore(text, leftEnd);
	const after = classAt(text, rightStart);
	if (before === charClass.space || after === charClass.space) return "";
	const strength = gap[strongest] ?? 0;
	const oneLine = strength < gapStrength.newline;
	if (gap[right] === gapStrength.none && bindsLeft(kind[right])) return "";
	if (gap[left + 1] === gapStrength.none && kind[left] === wordKind.open) return "";
	// What touched the words that are gone touches those that stay: the quotes around a value of JSON.
	if (oneLine && gap[right] === gapStrength.none && kind[right] === wordKind.marker) return "";
	if (oneLine && gap[left + 1] === gapStrength.none && kind[left] === wordKind.marker) return "";
	if (strength === gapStrength.newline && kind[left] === wordKind.marker && isBullet(text, words, left))
		return " ";
	if (strength >= gapStrength.space) return gapText(text, words, strongest);
	if (strength === gapStrength.wrap) {
		return before === charClass.script && after === charClass.script ? "" : " ";
	}
	const spaceless =
		isSpaceless(before, text.charCodeAt(leftEnd - 1)) || isSpaceless(after, text.charCodeAt(rightStart));
	return spaceless || kind[left] === wordKind.open || bindsLeft(kind[right]) ? "" : " ";
}

/** Letters of scripts without spaces, and the wide marks that go with them. */
function isSpaceless(found: number, unit: number): boolean {
	return (
		found === charClass.script || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef)
	);
}

/** Whether a marker opens a list item, whose next kept word belongs on its line; not a heading's or a table's. */
function isBullet(text: string, { start, end }: WordTable, at: number): boolean {
	return !/[#|>]/.test(text.slice(start[at], end[at]));
}

function bindsLeft(kind: number | undefined): boolean {
	return kind === wordKind.separator || kind === wordKind.terminal || kind === wordKind.close;
}
