// Words in the middle of a line that would open an item, a quote, a heading or a fence if they came to stand at its start.
import type { Segment } from "../../segment/segment.ts";
import type { Block } from "../block.ts";
import { Nesting } from "./nesting.ts";

const risky =
	/(?<=\S[ \t]{1,4})(?:>=?(?=[ \t\u00a0]?[-+$€£.]?\p{Nd})|(?:\d{1,9}[.)]|#{1,6}|(?:`{3,}|~{3,})[^\s`~]{0,40})(?=[ \t]|$))|(?<=[^\s#])#{1,6}(?=[ \t*_`~[]|$)/gmu;
/** How many such words in a row are guarded: more are no text, and would make long frames. */
const longestRun = 8;

interface Chunk {
	readonly start: number;
	readonly end: number;
}

/** Blocks that keep each such word together with what stands before it: "see step 1. then" needs "step". */
export function findGuards(text: string, segments: readonly Segment[], blocks: readonly Block[]): Block[] {
	const guards: Block[] = [];
	let nesting: Nesting | null = null;
	let last: Block | null = null;
	let run = 0;
	let at = 0;
	for (const { 0: word, index } of text.matchAll(risky)) {
		while (at < segments.length && (segments[at]?.end ?? 0) <= index) at++;
		const found = segments[at];
		// A date ("3. Oktober") begins like an item; what lies inside of a segment begins no line.
		const begins = found?.kind === "number" && found.start === index;
		if (found !== undefined && found.start <= index && found.end > index + 1 && !begins) continue;
		// A bracket stays with its pair, which may have opened before the block: "(see 42)".
		const end = index + word.length - (word.endsWith(")") ? 1 : 0);
		const before = wholeSegments(chunkBefore(text, index), segments, at);
		const touches: boolean = last !== null && before.start < last.end;
		run = touches ? run + 1 : 1;
		if (run > longestRun || isOpener(segments, at, before.end)) continue;
		nesting ??= new Nesting(blocks);
		let start: number = touches && last !== null ? Math.min(last.start, before.start) : before.start;
		for (const block of nesting.endingBefore(start, index)) start = Math.min(start, block.start);
		if (before.start === before.end || start < 0 || !nesting.fits(start, end)) continue;
		last = { start, end, frame: [[start, before.end]] };
		guards.push(last);
	}
	return guards;
}

/** The word before `place`, which follows blanks, with all marks between them: those alone open a line themselves. */
function chunkBefore(text: string, place: number): Chunk {
	let end = place;
	while (end > 0 && /[ \t]/.test(text.charAt(end - 1))) end--;
	let start = end;
	let letters = false;
	while (start > 0 && end - start < 200) {
		const char = text.charAt(start - 1);
		if (char === "\n" || (letters && /\s/.test(char))) break;
		letters ||= /[\p{L}\p{N}]/u.test(char);
		start--;
	}
	// Brackets and quotation marks around it follow their own pairs.
	while (start < end && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start++;
	while (end > start && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) end--;
	return { start, end };
}

/** A chunk that begins inside of a segment (the `7` of `> 7`), from that segment's start on. */
function wholeSegments(chunk: Chunk, segments: readonly Segment[], at: number): Chunk {
	let first = Math.min(at, segments.length - 1);
	while (first > 0 && (segments[first]?.start ?? 0) > chunk.start) first--;
	const { start, end } = segments[first] ?? chunk;
	return start < chunk.start && chunk.start < end ? { ...chunk, start } : chunk;
}

/** Whether the mark that opens the line ends at `place`: then the source has it there already. */
function isOpener(segments: readonly Segment[], at: number, place: number): boolean {
	const before = segments[at - 1];
	return before?.role === "marker" && before.end === place;
}
