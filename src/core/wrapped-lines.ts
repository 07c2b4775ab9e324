// Whether a line break ends a paragraph, an item or a line of a log, or only wraps prose.
import { charClass, classAt } from "./char-class.ts";
import type { WordBuilder } from "./word-builder.ts";
import { reasons, wordKind } from "./word-table.ts";

const code = reasons.indexOf("code");

/** Prose is wrapped at 40 to 120 columns; half as many characters in scripts that fill two columns each. */
const shortestLine = 40;
const longestLine = 120;
/** A wrapped line whose continuation does not begin in lower case is at least this long. */
const shortestBeforeCapital = 60;
/** "Name:", a log level, an all-capitals heading. */
const opensLine = /^(?:[\p{L}\p{M}\p{N}_.' -]{1,30}:|\p{Lu}{2,})/u;
const endsLine = /[:;；：{}[\]|=>\\]$/;

/**
 * Whether the white space before word `row`, which holds a line break, only wraps a sentence: a single
 * break, behind a line as long as wrapped prose has them that ends in a word or a comma, and before one
 * that goes on with a word, in lower case, or in any case behind a long line.
 */
export function isWrap(text: string, words: WordBuilder, row: number): boolean {
	const previous = row - 1;
	if (words.kind[row] !== wordKind.word && words.kind[row] !== wordKind.open) return false;
	if (words.kind[previous] === wordKind.terminal || words.kind[previous] === wordKind.marker) return false;
	if (words.reason[row] === code && words.reason[previous] === code) return false;
	const from = words.end[previous] ?? 0;
	const to = words.start[row] ?? 0;
	const newline = text.indexOf("\n", from);
	if (newline < 0 || text.slice(newline + 1, to).includes("\n") || endsLine.test(text.slice(from - 1, from)))
		return false;
	const length = from - 1 - text.lastIndexOf("\n", from - 1);
	const script = classAt(text, to) === charClass.script;
	const scale = script ? 2 : 1;
	if (length * scale < shortestLine || length * scale > longestLine) return false;
	const next = text.slice(to, to + 32);
	if (/^\p{Ll}/u.test(next)) return true;
	if (!/^[\p{L}("“«„‘'`*_[]/u.test(next) || opensLine.test(next)) return false;
	return script || /^\p{Lo}/u.test(next) || length >= shortestBeforeCapital;
}
