// Which neighbouring code points the charsmap sees as one character. Only such clusters of less than 6 UTF-8
// bytes matter to it; longer ones, and single code points, are mapped code point by code point.

export interface Cluster {
	readonly index: number;
	readonly text: string;
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A line end, or a stretch of non-ASCII with the ASCII characters beside and between: nothing else clusters. */
const stretch = /\r\n|[ -~]?[^\0-\x7f]+(?:[ -~][^\0-\x7f]+)*[ -~]?/g;

/**
 * Whether a stretch may hold a short cluster: a combining or format character of at most 2 bytes, or one
 * beside a character of at most 2 bytes. Thai and Devanagari, 3 bytes a character, are spared the segmenter.
 */
const mayCluster =
	/(?=[\0-\u07ff])[\p{M}\p{Cf}]|[\0-\u07ff][\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f]|[\p{Cf}\u0d4e][\0-\u07ff]/u;

/**
 * The grapheme clusters of two or more code points and less than 6 UTF-8 bytes, in order.
 *
 * @param text well-formed: no lone surrogates.
 * @example [...shortClusters("e\u0301\r\n")] // [{ index: 0, text: "e\u0301" }, { index: 2, text: "\r\n" }]
 */
export function* shortClusters(text: string): Generator<Cluster, undefined> {
	for (const { 0: found, index } of text.matchAll(stretch)) {
		if (found === "\r\n") yield { index, text: found };
		else if (mayCluster.test(found)) {
			for (const { segment, index: at } of segmenter.segment(found)) {
				if (isShortCluster(segment)) yield { index: index + at, text: segment };
			}
		}
	}
}

/** A grapheme of 5 bytes or less has 5 units or less, which keeps the spread below small. */
function isShortCluster(grapheme: string): boolean {
	if (grapheme.length < 2 || grapheme.length > 5) return false;
	const codePoints = [...grapheme];
	if (codePoints.length < 2) return false;
	return codePoints.reduce((bytes, character) => bytes + utf8Bytes(character), 0) < 6;
}

function utf8Bytes(character: string): number {
	const codePoint = character.codePointAt(0) ?? 0;
	if (codePoint < 0x80) return 1;
	if (codePoint < 0x800) return 2;
	return codePoint < 0x10000 ? 3 : 4;
}
