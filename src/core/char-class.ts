// The class of every UTF-16 code unit, looked up once and remembered: what segment and words read a text by.

/** What a character is to the splitter. `unknown` only marks a table entry that was never asked for. */
export const charClass = {
	unknown: 0,
	/** White space, as in JavaScript's `\s`. */
	space: 1,
	/** Letters, letter numbers and the underscore, in scripts that put space between words. */
	letter: 2,
	/** Decimal digits of every script. */
	digit: 3,
	/** Letters of scripts without space between words: their runs go through `Intl.Segmenter`. */
	script: 4,
	/** Combining marks, joiners and other characters that belong to what stands before them. */
	extend: 5,
	/** Punctuation. */
	mark: 6,
	/** Every other visible or control character, lone surrogates too. */
	symbol: 7,
	/** Pictographs and regional indicators. */
	emoji: 8,
} as const;

const zwj = 0x200d;
const table = new Uint8Array(0x10000);
const astral = new Map<number, number>();

const spaceless =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const prepended = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;

function classify(codePoint: number): number {
	const char = String.fromCodePoint(codePoint);
	if (/\s/u.test(char)) return charClass.space;
	if (prepended.test(char)) return charClass.letter;
	// Thai and Lao AM are letters that never begin a cluster. U+180E and U+200B (zero width space) are format characters; they stay with what precedes them.
	if (/[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f]/u.test(char)) return charClass.extend;
	if (/\p{Nd}/u.test(char)) return charClass.digit;
	if (/[\p{L}\p{Nl}]/u.test(char)) return spaceless.test(char) ? charClass.script : charClass.letter;
	if (/[\p{No}_]/u.test(char)) return charClass.letter;
	if (/\p{Regional_Indicator}/u.test(char)) return charClass.emoji;
	if (codePoint >= 0x2300 && /\p{Extended_Pictographic}/u.test(char) && !/\p{P}/u.test(char))
		return charClass.emoji;
	return /\p{P}/u.test(char) ? charClass.mark : charClass.symbol;
}

/** The {@link charClass} of the character that begins at `index`; a lone surrogate is a symbol, what lies behind the end is space. */
export function classAt(text: string, index: number): number {
	const unit = text.charCodeAt(index);
	if ((unit & 0xf800) === 0xd800) return classOfSurrogate(text, index);
	const known = table[unit];
	if (known) return known;
	if (index >= text.length) return charClass.space;
	const found = classify(unit);
	table[unit] = found;
	return found;
}

function classOfSurrogate(text: string, index: number): number {
	const codePoint = text.codePointAt(index) ?? 0;
	if (codePoint < 0x10000) return charClass.symbol;
	let found = astral.get(codePoint);
	if (found === undefined) {
		found = classify(codePoint);
		astral.set(codePoint, found);
	}
	return found;
}

/** The class of the character that ends before `index`; `space` at the start of the text. */
export function classBefore(text: string, index: number): number {
	if (index <= 0) return charClass.space;
	const unit = text.charCodeAt(index - 1);
	const pair = (unit & 0xfc00) === 0xdc00 && index > 1 && (text.charCodeAt(index - 2) & 0xfc00) === 0xd800;
	return classAt(text, pair ? index - 2 : index - 1);
}

/** 2 for a surrogate pair, else 1. */
export function charLength(text: string, index: number): number {
	return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
		? 2
		: 1;
}

/**
 * Where the grapheme cluster ends whose base character ends at `index`: after its combining marks and,
 * behind a zero width joiner, after the pictograph that it joins.
 */
export function clusterEnd(text: string, index: number, limit: number): number {
	let end = index;
	while (end < limit) {
		const found = classAt(text, end);
		if (found === charClass.extend) end += charLength(text, end);
		else if (text.charCodeAt(end - 1) === zwj && isPictograph(text, end)) end += charLength(text, end);
		else break;
	}
	return end;
}

function isPictograph(text: string, index: number): boolean {
	const codePoint = text.codePointAt(index) ?? 0;
	return codePoint > 0xff && /\p{Extended_Pictographic}/u.test(String.fromCodePoint(codePoint));
}

/** Whether the class is one that words are made of in scripts with space between words. */
export function isAlnum(found: number): boolean {
	return found === charClass.letter || found === charClass.digit;
}
