// The matches of a caller's pattern. A regular expression cannot be stopped once it backtracks, so it is tried
// on short pieces of the text first, then on longer ones: one that would hang is found while it is merely slow.
import { CompressorError } from "../error.ts";
import { show } from "../invalid-option.ts";
import type { Span } from "../options.ts";

/** Milliseconds that one piece may take. */
const longest = 250;
/** Only a repeated group can take exponential time; then the pieces are short at first and grow by two code units. */
const repeatedGroup = /\)[*+{]/;
const [shortest, fine, coarse] = [16, 64, 1024];

/**
 * The ranges that `pattern` matches, in order and without the empty ones. Flags `g` and `y` make no difference.
 *
 * @throws CompressorError `invalid-option` if the pattern would take very long on this text
 */
export function patternMatches(text: string, pattern: RegExp): Span[] {
	const form = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
	for (const width of pieceWidths(text.length, repeatedGroup.test(pattern.source))) {
		for (let at = 0; at < text.length; at += width / 2) tryPiece(form, text.slice(at, at + width), pattern);
	}
	const spans: Span[] = [];
	for (const match of text.matchAll(form)) {
		if (match[0] !== "") spans.push([match.index, match.index + match[0].length]);
	}
	return spans;
}

/** Widths below `length`, ascending. Pieces lie half of their width apart, so none misses much of what is slow. */
function* pieceWidths(length: number, exponential: boolean): Generator<number> {
	let width = exponential ? shortest : coarse;
	for (; width < length && width < fine; width += 2) yield width;
	for (; width < length; width *= 2) yield width;
}

/** A busy machine may have been slow by itself, so a slow piece is tried twice. */
function tryPiece(form: RegExp, piece: string, pattern: RegExp): void {
	if (timeOf(form, piece) <= longest || timeOf(form, piece) <= longest) return;
	const message = `protect.patterns must be expressions that need little backtracking; ${show(pattern)} takes too long on this text.`;
	throw new CompressorError("invalid-option", message);
}

function timeOf(form: RegExp, piece: string): number {
	const start = Date.now();
	// "(\\w+)*$" backtracks only where the text goes on with something else.
	`${piece}\uffff`.replace(form, "");
	return Date.now() - start;
}
