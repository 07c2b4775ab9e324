// Whether a line break ends a paragraph, an item or a line of a log, or only wraps prose.
import { charClass, classAt } from "./char-class.ts";
import type { WordBuilder } from "./word-builder.ts";
import { reasons, wordKind } from "./word-table.ts";

const code = reasons.indexOf("code");

/** Prose is wrapped at 40 to 120 columns; half as many characters in scripts that fill two columns each. */
const shortestLine = 40;
const longestLine = 120;
/** How much a line may exceed the width that the one before it tells. */
const slack = 2;
/** "Name:", "Name [11:20]:", a key of JSON, a log level, an all-capitals heading. */
const opensLine = /^(?:[\p{L}\p{M}\p{N}_.'()[\] -]{1,30}(?::\d\d\]?)?:|["'][^"']{1,28}["']\s?:|\p{Lu}{2,})/u;
const endsLine = /[:;；：{}[\]|=>\\]$/;

/** A short word in lower case is no end of a line that stands by itself: "of the\nEuropean Union". */
const goesOn = /(?:,|(?:^|\s)\p{Ll}{1,3})$/u;

/**
 * Whether the white space before word `row`, which holds a line break, only wraps a sentence: a single
 * break, behind a line as long as wrapped prose has them, on which the next line's first word had no
 * more room, and before a word in lower case or of a script without case, or behind a word or comma that
 * cannot be the end.
 */
export function isWrap(text: string, words: WordBuilder, row: number): boolean {
	const previous = row - 1;
	if (words.kind[row] !== wordKind.word && words.kind[row] !== wordKind.open) return false;
	if (words.kind[previous] === wordKind.terminal || words.kind[previous] === wordKind.marker) return false;
	if (words.reason[row] === code && words.reason[previous] === code) return false;
	const from = words.end[previous] ?? 0;
	const to = words.start[row] ?? 0;
	const newline = text.indexOf("\n", from);
	if (newline < 0 || text.slice(newline + 1, to).includes("\n")) return false;
	if (endsLine.test(text.slice(from - 1, from)) || !fitsWidth(text, words, row)) return false;
	const next = text.slice(to, to + 32);
	if (/^\p{Ll}/u.test(next)) return true;
	if (!/^[\p{L}("“«„‘'`*_[]/u.test(next) || opensLine.test(next)) return false;
	return /^\p{Lo}/u.test(next) || goesOn.test(text.slice(Math.max(0, from - 6), from));
}

/** Whether the lines around the break before `row` may come from wrapping at some width. */
function fitsWidth(text: string, words: WordBuilder, row: number): boolean {
	const from = words.end[row - 1] ?? 0;
	const to = words.start[row] ?? 0;
	const scale = classAt(text, to) === charClass.script ? 2 : 1;
	const length = scale * (from - 1 - text.lastIndexOf("\n", from - 1));
	if (length < shortestLine || length > longestLine) return false;
	const lineStart = text.lastIndexOf("\n", to) + 1;
	const limit = lineStart + longestLine + 1;
	const lineEnd = text.slice(lineStart, limit).indexOf("\n");
	const next = lineEnd < 0 ? Math.min(text.length - lineStart, limit - lineStart) : lineEnd;
	const word = text.slice(to, to + longestLine).search(/\s|$/);
	return length + 1 + scale * word + slack >= scale * next;
}
