// What stands between words: how strong the white space before each one is, and which of several
// stays when the words between two kept ones go. The cost curve and render both ask here.
import { charClass, classAt, classBefore, isAlnum } from "../char-class.ts";
import { rowsPerStep, runSteps, type Steps } from "../steps.ts";
import { reasons, type WordTable, wordKind } from "../word-table.ts";

/**
 * From weak to strong; of the gaps that words fell out between, the strongest stays.
 * `wrap`: a line break inside a clause, only there because the text was wrapped.
 */
export const gapStrength = { none: 0, wrap: 1, space: 2, tab: 3, newline: 4, blankLine: 5 } as const;

const code = reasons.indexOf("code");
const url = reasons.indexOf("url");

/** A text, its words, and the strength of the white space before each word and, last, after all. */
export interface Layout {
	readonly text: string;
	readonly words: WordTable;
	readonly gap: Uint8Array;
	/**
	 * For each word the gap before its line's first word, if that is a marker or code, whose depth the line must
	 * keep to stay what it is; else 0.
	 */
	readonly lineGap: Uint32Array;
}

export function layOut(text: string, words: WordTable): Layout {
	return runSteps(layOutInSteps(text, words));
}

/** The same with pauses. */
export function* layOutInSteps(text: string, words: WordTable): Steps<Layout> {
	const count = words.start.length;
	const gap = new Uint8Array(count + 1);
	for (let at = 0; at <= count; at++) {
		const inside = at > 0 && at < count && words.kind[at] !== wordKind.marker;
		const sameClause = inside && words.clause[at - 1] === words.clause[at];
		gap[at] = strengthOf(gapText(text, words, at), sameClause);
		if (at % rowsPerStep === rowsPerStep - 1) yield;
	}
	return { text, words, gap, lineGap: findLineGaps(text, words, gap) };
}

function findLineGaps(text: string, words: WordTable, gap: Uint8Array): Uint32Array {
	const lineGap = new Uint32Array(words.start.length);
	let line = 0;
	for (let at = 1; at < lineGap.length; at++) {
		if ((gap[at] ?? 0) >= gapStrength.newline) {
			const structured = words.kind[at] === wordKind.marker || words.reason[at] === code;
			line = structured || text.charCodeAt(words.start[at] ?? 0) === 0x3c ? at : 0;
		}
		lineGap[at] = line;
	}
	return lineGap;
}

/** `<b>`, `</b>`: a word that begins and ends as tags do. */
function isTag(text: string, { start, end }: WordTable, at: number): boolean {
	const from = start[at] ?? 0;
	if (text.charCodeAt(from) !== 0x3c || text.charCodeAt((end[at] ?? 0) - 1) !== 0x3e) return false;
	return /[\p{L}/]/u.test(text.charAt(from + 1));
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
export function separator(layout: Layout, left: number, right: number, strongest: number): string {
	const { text, words, gap, lineGap } = layout;
	if (right === left + 1) return gapText(text, words, right);
	const { start, end, kind } = words;
	const leftEnd = end[left] ?? 0;
	const rightStart = start[right] ?? 0;
	const before = classBefore(text, leftEnd);
	const after = classAt(text, rightStart);
	if (before === charClass.space || after === charClass.space) return "";
	const strength = gap[strongest] ?? 0;
	const oneLine = strength < gapStrength.newline;
	// The blanks behind a mark that opens a line say how deep its text is.
	if (oneLine && kind[left] === wordKind.marker && (gap[left + 1] ?? 0) >= gapStrength.space)
		return gapText(text, words, left + 1);
	if (
		gap[right] === gapStrength.none &&
		joinsLeft(layout, left, right) &&
		(oneLine || kind[left] !== wordKind.marker)
	)
		return "";
	// Two words that would read as one.
	const glued = isAlnum(before) && isAlnum(after);
	if (oneLine && !glued && gap[left + 1] === gapStrength.none && kind[left] === wordKind.open) return "";
	// What touched the words that are gone touches those that stay: the quotes around a value of JSON.
	if (oneLine && !glued && gap[right] === gapStrength.none && kind[right] === wordKind.marker) return "";
	if (oneLine && !glued && gap[left + 1] === gapStrength.none && kind[left] === wordKind.marker) return "";
	if (oneLine && !glued && touchesTag(layout, left, right)) return "";
	if (strength >= gapStrength.newline) {
		if (strength === gapStrength.newline && wouldOpenItem(layout, right)) return " ";
		if (kind[right] !== wordKind.marker && opensText(layout, left, strength)) return " ";
		return lineBreaks(gapText(text, words, strongest), gapText(text, words, lineGap[right] || strongest));
	}
	if (strength >= gapStrength.space) return gapText(text, words, strongest);
	if (strength === gapStrength.wrap) {
		return before === charClass.script && after === charClass.script ? "" : " ";
	}
	const spaceless =
		isSpaceless(before, text.charCodeAt(leftEnd - 1)) || isSpaceless(after, text.charCodeAt(rightStart));
	return spaceless || kind[left] === wordKind.open || joinsLeft(layout, left, right) ? "" : " ";
}

/** Whether `left` is an opening tag, or `right` a closing one, that touched the words between, which are gone. */
function touchesTag({ text, words, gap }: Layout, left: number, right: number): boolean {
	const closes = (at: number) => text.charCodeAt((words.start[at] ?? 0) + 1) === 0x2f;
	if (gap[left + 1] === gapStrength.none && isTag(text, words, left) && !closes(left)) return true;
	return gap[right] === gapStrength.none && isTag(text, words, right) && closes(right);
}

/** Where the first kept word's text begins: behind the line breaks that it brings, which have nothing to part. */
export function firstStart({ text, words }: Layout, first: number): number {
	const start = words.start[first] ?? 0;
	const end = words.end[first] ?? 0;
	let at = start;
	if (first > 0) while (at < end && "\r\n".includes(text.charAt(at))) at++;
	// A forced line break is nothing else.
	return at < end ? at : start;
}

/**
 * What stays of the white space before the first kept word: a byte order mark, and the depth of an item or of code
 * at the start of its line, without which it would be something else, or belong to another.
 */
export function leading({ text, words, gap, lineGap }: Layout, first: number): string {
	const bom = text.charCodeAt(0) === 0xfeff ? text.charAt(0) : "";
	if (first > 0 && lineGap[first] !== first) return bom;
	const space = gapText(text, words, first);
	const blanks = /(?:^|[\n\r\u2028\u2029])\ufeff?([ \t]+)$/.exec(space)?.[1] ?? "";
	const deep = blanks.includes("\t") || blanks.length > 3;
	const isCode = words.reason[first] === code && (first === 0 || gap[first] === gapStrength.blankLine);
	return (deep ? isCode : words.kind[first] === wordKind.marker) ? bom + blanks : bom;
}

/** Letters of scripts without spaces, and the wide marks that go with them. */
function isSpaceless(found: number, unit: number): boolean {
	return (
		found === charClass.script || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef)
	);
}

/** The line breaks of one gap with the depth of the line that another leads to. */
function lineBreaks(space: string, last: string): string {
	return space.slice(0, lineStart(space)) + last.slice(lineStart(last));
}

/** Behind the last line break in white space. */
function lineStart(space: string): number {
	let at = space.length;
	while (at > 0 && !"\n\r\u2028\u2029".includes(space.charAt(at - 1))) at--;
	return at;
}

/** Whether a marker opens an item or a quote, whose next kept word belongs on its line; not a heading's or a table's. */
function opensText({ text, words }: Layout, at: number, strength: number): boolean {
	const { start, end, kind } = words;
	if (kind[at] !== wordKind.marker) return false;
	const mark = text.slice(start[at], end[at]);
	return mark === ">" ? strength < gapStrength.blankLine : !/[#|]|^[-*_=~+:]{3}/.test(mark);
}

const opening = /^(?:[-+*]|>.*|=+|-{2,}|\|)$/;

/** Whether a mark from the middle of a line would be a bullet, a quote, a bar or an underline at the start of one. */
function wouldOpenItem({ text, words, gap }: Layout, at: number): boolean {
	if ((gap[at] ?? 0) >= gapStrength.newline || words.kind[at] === wordKind.marker) return false;
	// What opens emphasis touches a word, as no bullet does.
	if (words.kind[at] === wordKind.open) return false;
	const start = words.start[at] ?? 0;
	const isDash = words.kind[at] === wordKind.separator && "-+*>".includes(text.charAt(start));
	return isDash || ("-+*>=|".includes(text.charAt(start)) && opening.test(text.slice(start, words.end[at])));
}

/** Separators that stand close to the word before them; others, like `/` or `^`, join the words that the source joins. */
const closeUp = /^[,;:،؛\u2026\u2025.\u3000-\u30ff\uff00-\uffef·–—-]/;

/**
 * Whether a mark stands close to `left`, though words between them are gone. Not where an address or a path would
 * seem to go on with it and what it touches.
 */
function joinsLeft(layout: Layout, left: number, right: number): boolean {
	const { text, words, gap } = layout;
	const { start, kind, reason } = words;
	const found = kind[right];
	if (found === wordKind.close) return !wouldCloseNumber(layout, left, right);
	if (found !== wordKind.separator && found !== wordKind.terminal) return false;
	const touches = gap[right + 1] === gapStrength.none && kind[right + 1] !== wordKind.close;
	if (touches && right + 1 < kind.length && (reason[left] === url || reason[left] === code)) return false;
	return found === wordKind.terminal || closeUp.test(text.charAt(start[right] ?? 0));
}

const itemNumber = /^\d{1,9}$/;

/** Whether a word would be the number of an item if it opened a line and a full stop or a bracket closed it. */
export function isItemNumber(text: string, { start, end }: WordTable, at: number): boolean {
	const unit = text.charCodeAt(start[at] ?? 0);
	return unit >= 0x30 && unit <= 0x39 && itemNumber.test(text.slice(start[at], end[at]));
}

/** Whether a bracket that was opened on another line would close a number, which then may open its line: `7)`. */
function wouldCloseNumber({ text, words, gap }: Layout, left: number, right: number): boolean {
	if (text.charAt(words.start[right] ?? 0) !== ")" || !isItemNumber(text, words, left)) return false;
	for (let at = left; at >= 0; at--) {
		if (words.kind[at] === wordKind.open) return false;
		if ((gap[at] ?? 0) >= gapStrength.newline) return true;
	}
	return true;
}
