// The matches of a caller's pattern. A regular expression cannot be stopped once it backtracks, so it is tried
// on short pieces of the text first, then on longer ones: one that would hang is found while it is merely slow.
import { CompressorError } from "../error.ts";
import { show } from "../invalid-option.ts";
import type { Span } from "../options.ts";

/** Milliseconds that one piece may take. */
const longest = 250;
/** Only a repeated group can take exponential time; then the pieces grow by two code units at first. */
const repeatedGroup = /\)[*+{]/;
const [shortest, fine, coarse] = [16, 40, 256];

/**
 * The ranges that `pattern` matches, in order and without the empty ones. Flags `g` and `y` make no difference.
 *
 * @throws CompressorError `invalid-option` if the pattern would take very long on this text
 */
export function patternMatches(text: string, pattern: RegExp): Span[] {
	const form = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
	for (const [width, stride] of pieceWidths(text.length, repeatedGroup.test(pattern.source))) {
		for (let at = 0; at < text.length; at += stride) tryPiece(form, text.slice(at, at + width), pattern);
	}
	const spans: Span[] = [];
	for (const match of text.matchAll(form)) {
		if (match[0] !== "") spans.push([match.index, match.index + match[0].length]);
	}
	return spans;
}

/**
 * Widths below `length`, ascending, each with how far its pieces lie apart: whatever a pattern starts at, a piece
 * shows nearly as much of what follows as the width says.
 */
function* pieceWidths(length: number, exponential: boolean): Generator<[width: number, stride: number]> {
	for (let width = shortest; width < length; ) {
		const slow = exponential && width < coarse;
		yield [width, slow ? Math.ceil(width / 8) : width / 2];
		if (!slow) width *= 2;
		else width = width < fine ? width + 2 : Math.min(coarse, Math.ceil(width * 1.15));
	}
}

/** A busy machine may have been slow by itself, so a slow piece is tried twice. */
function tryPiece(form: RegExp, piece: string, pattern: RegExp): void {
	if (timeOf(form, piece) <= longest || timeOf(form, piece) <= longest) return;
	const message = `protect.patterns must be expressions that need little backtracking; ${show(pattern)} takes too long on this text.`;
	throw new CompressorError("invalid-option", message);
}

function timeOf(form: RegExp, piece: string): number {
	const start = Date.now();
	piece.replace(form, "");
	// "(\\w+)*$" backtracks only where the text goes on with something else.
	`${piece}\uffff`.replace(form, "");
	return Date.now() - start;
}
