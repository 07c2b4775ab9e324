// Words of scripts without spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese).

/** The segmenter sees at most this many code units at once: its own time grows faster than the text. */
const sliceLength = 256;

let segmenter: Intl.Segmenter | undefined;

/**
 * Calls `word` for every word of `[start, end)`, a run of such characters alone. A run longer than a
 * slice is cut where a word ends, so that no word depends on where the slices fall.
 */
export function eachScriptWord(
	text: string,
	start: number,
	end: number,
	word: (start: number, end: number) => void,
): void {
	segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
	let at = start;
	while (at < end) {
		const limit = Math.min(end, at + sliceLength);
		let previous = at;
		for (const { index, segment } of segmenter.segment(text.slice(at, limit))) {
			const from = at + index;
			const to = from + segment.length;
			// The last word of a slice may go on behind it: the next slice begins with it.
			if (to === limit && limit < end && from > at) break;
			word(from, to);
			previous = to;
		}
		at = previous;
	}
}
