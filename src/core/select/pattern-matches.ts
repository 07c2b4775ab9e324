// The matches of a caller's pattern. A regular expression cannot be stopped once it backtracks, so it is tried
// on short pieces of the text first, then on longer ones: one that would hang is found while it is merely slow.
import { CompressorError } from "../error.ts";
import { show } from "../invalid-option.ts";
import type { Span } from "../options.ts";

/** Milliseconds that all pieces of one length may take together: a fixed time, and so much a code unit. */
const [longest, perUnit] = [250, 0.001];
/** Only a repeated group can take exponential time; then the pieces are shorter and grow slowly at first. */
const repeatedGroup = /\)[*+{]/;
const [shortest, fine, coarse] = [8, 64, 32];

/**
 * The ranges that `pattern` matches, in order and without the empty ones. Flags `g` and `y` make no difference.
 *
 * @throws CompressorError `invalid-option` if the pattern would take very long on this text
 */
export function patternMatches(text: string, pattern: RegExp): Span[] {
	const form = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
	for (const width of pieceWidths(text.length, repeatedGroup.test(pattern.source))) {
		// A busy machine may have been slow by itself, so what is slow is tried twice.
		if (isQuick(form, text, width) || isQuick(form, text, width)) continue;
		const message = `protect.patterns must be expressions that need little backtracking; ${show(pattern)} takes too long on this text.`;
		throw new CompressorError("invalid-option", message);
	}
	const spans: Span[] = [];
	for (const match of text.matchAll(form)) {
		if (match[0] !== "") spans.push([match.index, match.index + match[0].length]);
	}
	return spans;
}

/** Lengths of pieces, ascending, below that of the text. */
function* pieceWidths(length: number, exponential: boolean): Generator<number> {
	let width = exponential ? shortest : coarse;
	for (; exponential && width < length && width < fine; width += 2) yield width;
	for (; width < length; width *= 2) yield width;
}

/** Looks for the pattern in pieces that overlap so far that one shows most of what is slow, wherever that begins. */
function isQuick(form: RegExp, text: string, width: number): boolean {
	const deadline = Date.now() + longest + perUnit * text.length;
	for (let at = 0; at < text.length; at += width / (width < fine ? 4 : 2)) {
		// "(\\w+)*$" backtracks only where the text goes on with something else.
		`${text.slice(at, at + width)}\uffff`.replace(form, "");
		if (Date.now() > deadline) return false;
	}
	return true;
}
