// Where a text can be cut so that the LLM tokens of the two parts add up to those of the whole,
// whatever stands further away: facts about the pre-tokenizers of o200k_base and cl100k_base.

const newline = /[\n\r]/;
const space = /\s/;
const letter = /\p{L}/u;
const digit = /\p{N}/u;
const combining = /\p{M}/u;

const kind = { space: 0, letter: 1, digit: 2, combining: 3, mark: 4 } as const;
const table = new Uint8Array(0x10000).fill(255);

function kindOf(char: string): number {
	if (char.length > 1) return classify(char);
	const unit = char.charCodeAt(0);
	const known = table[unit] ?? 255;
	if (known !== 255) return known;
	const found = classify(char);
	table[unit] = found;
	return found;
}

function classify(char: string): number {
	if (space.test(char)) return kind.space;
	if (letter.test(char)) return kind.letter;
	if (digit.test(char)) return kind.digit;
	return combining.test(char) ? kind.combining : kind.mark;
}

/**
 * The place in `separator` where the text may be cut, or -1 if it may not.
 *
 * Both pre-tokenizers join a mark to the letters after it (`(foo`) and to line breaks after it (`.\n`),
 * one space to what follows it, an apostrophe to the letters around it. They never join a letter or
 * digit to a mark after it, a letter to a digit, a space to what precedes it, or a line break to what
 * follows it, but for `/` (o200k_base).
 *
 * @param before the character before the separator
 * @param separator white space or nothing
 * @param after the character after it
 */
export function safeCut(before: string, separator: string, after: string): number {
	const left = kindOf(before);
	const right = kindOf(after);
	if (separator === " " && left !== kind.space) return 0;
	if (separator === "" && left !== kind.space) return cutsBetween(left, right, after) ? 0 : -1;
	if (left !== kind.space && !newline.test(separator.charAt(0))) return 0;
	if (right === kind.space) return -1;
	const lineStart = Math.max(separator.lastIndexOf("\n"), separator.lastIndexOf("\r")) + 1;
	if (lineStart === 0 && !newline.test(before)) return -1;
	return lineStart === separator.length && after === "/" ? -1 : lineStart;
}

function cutsBetween(left: number, right: number, after: string): boolean {
	if (left === kind.letter || left === kind.digit) {
		if (right === kind.mark) return after !== "'";
		return (right === kind.letter || right === kind.digit) && left !== right;
	}
	return left === kind.mark && right === kind.digit;
}
