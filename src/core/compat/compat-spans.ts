// Compat: where in the source the kept words come from. The reference's text is decoded from tokens, so a range says
// which words these are, not how they are spelt.
import type { Span } from "../options.ts";
import type { KeptWord } from "./compress-chunks.ts";
import type { SourceChunk } from "./wire.ts";

/** Ranges of the kept words in source order; of kept neighbours one range with the white space between them. */
export function keptSpans(source: string, words: readonly KeptWord<SourceChunk>[]): Span[] {
	const spans: [number, number][] = [];
	let isNext = false;
	for (const { chunk, word, isKept } of words) {
		const span = isKept ? wordSpan(source, chunk, word.start, word.end) : undefined;
		const last = spans.at(-1);
		if (span && last && (isNext || span[0] <= last[1])) last[1] = Math.max(last[1], span[1]);
		else if (span) spans.push(span);
		isNext = isKept;
	}
	return spans;
}

/** The source of the tokens `[from, to)` without the white space around it; undefined if that is nothing. */
function wordSpan(
	source: string,
	chunk: SourceChunk,
	from: number,
	to: number,
): [number, number] | undefined {
	let start = Math.min(...chunk.start.subarray(from, to));
	let end = Math.max(...chunk.end.subarray(from, to));
	while (start < end && /\s/.test(source.charAt(start))) start++;
	while (end > start && /\s/.test(source.charAt(end - 1))) end--;
	return start < end ? [start, end] : undefined;
}
