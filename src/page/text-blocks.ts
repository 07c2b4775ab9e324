// Cuts a long text into blocks for the review and the result, so that the browser lays out only what
// is in view. Blocks end at a line's end where they can.

export interface TextBlock {
	/** Half-open range `[start, end)` in UTF-16 code units; the blocks tile the text. */
	readonly start: number;
	readonly end: number;
}

/** Blocks reach at least this far when lines allow it … */
const usualLength = 1500;
/** … and at most this far, even within a line. */
const longestLength = 8000;

function cutBefore(text: string, start: number): number {
	if (text.length - start <= usualLength) return text.length;
	const newline = text.indexOf("\n", start + usualLength);
	const lineEnd = newline === -1 ? text.length : newline + 1;
	if (lineEnd - start <= longestLength) return lineEnd;
	const limit = start + longestLength;
	const space = text.lastIndexOf(" ", limit);
	if (space > start + usualLength) return space + 1;
	// Never between the two halves of a surrogate pair.
	const unit = text.charCodeAt(limit - 1);
	return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}

/** Blocks of the text from `start` until `limit` is reached or the text ends. */
export function textBlocks(text: string, start = 0, limit = text.length): TextBlock[] {
	const blocks: TextBlock[] = [];
	for (let at = start; at < Math.min(limit, text.length); ) {
		const end = cutBefore(text, at);
		blocks.push({ start: at, end });
		at = end;
	}
	return blocks;
}
