// Which neighbouring code points the charsmap sees as one character. Only such clusters of less than 6 UTF-8
// bytes matter to it; longer ones, and single code points, are mapped code point by code point.

export interface Cluster {
	readonly index: number;
	readonly text: string;
}

/**
 * What joins the character before it: combining marks, joiners and the like. A set of Mc does not (the grapheme
 * rules of Unicode, UAX 29, list them one by one), and two letters of Thai and Lao do.
 */
const join =
	"(?![\\u102b\\u102c\\u1038\\u1062-\\u1064\\u1067-\\u106d\\u1083\\u1087-\\u108c\\u108f\\u109a-\\u109c\\u1a61\\u1a63\\u1a64\\uaa7b\\uaa7d\\u{11720}\\u{11721}])" +
	"[\\p{Grapheme_Extend}\\p{Mc}\\p{Emoji_Modifier}\\u200d\\u0e33\\u0eb3]";
/** What joins the character after it. */
const prepend =
	"[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u0d4e\\u{110bd}\\u{110cd}\\u{111c2}\\u{111c3}\\u{113d1}\\u{1193f}\\u{11941}\\u{11a84}-\\u{11a89}\\u{11d46}\\u{11f02}]";
const base =
	"[^\\p{Cc}\\p{Zl}\\p{Zp}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]";

/** A line end, or a character with whatever joins it. */
const cluster = new RegExp(`\\r\\n|${prepend}*${base}(?:${join})+|${prepend}+${base}`, "gu");

/**
 * A cluster that may in truth be part of a longer one: conjuncts (UAX 29, GB9c), Hangul jamo (GB6–8) and emoji
 * sequences (GB11) reach over a mark. The segmenter decides; it is too slow to ask about every accent.
 */
const mayJoinBefore = /^[©®\u0900-\u{10ffff}]/u;
const hangulEnd = /[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]$/u;
const joinEnd = new RegExp(`${join}$`, "u");
const pictograph = /^\p{Extended_Pictographic}/u;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The grapheme clusters of two or more code points and less than 6 UTF-8 bytes, in order, in linear time.
 *
 * @param text well-formed: no lone surrogates.
 * @example [...shortClusters("e\u0301\r\n")] // [{ index: 0, text: "e\u0301" }, { index: 2, text: "\r\n" }]
 */
export function* shortClusters(text: string): Generator<Cluster, undefined> {
	for (const { 0: found, index } of text.matchAll(cluster)) {
		if (utf8Bytes(found) < 6 && isWhole(text, index, found)) yield { index, text: found };
	}
}

function isWhole(text: string, index: number, found: string): boolean {
	const end = index + found.length;
	const before = text.slice(Math.max(0, index - 2), index);
	const joinsBefore = mayJoinBefore.test(found) && (joinEnd.test(before) || hangulEnd.test(before));
	const joinsAfter = found.endsWith("\u200d") && pictograph.test(text.slice(end, end + 2));
	if (!joinsBefore && !joinsAfter && !hangulEnd.test(found)) return true;
	const from = Math.max(0, index - 16);
	const around = segmenter.segment(text.slice(from, end + 4)).containing(index - from);
	return around?.segment === found;
}

/** UTF-8 bytes of a well-formed text; exact up to 6, which is all that is asked. */
function utf8Bytes(text: string): number {
	if (text.length > 5) return 6;
	let bytes = 0;
	for (const character of text) {
		const codePoint = character.codePointAt(0) ?? 0;
		if (codePoint < 0x80) bytes += 1;
		else if (codePoint < 0x800) bytes += 2;
		else bytes += codePoint < 0x10000 ? 3 : 4;
	}
	return bytes;
}
