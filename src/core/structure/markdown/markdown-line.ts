// The lines of a text with the marks that open them, as the segments tell: what Markdown's blocks are read from.
import type { Segment } from "../../segment/segment.ts";
import { columnAt } from "../../segment/segment-indent.ts";

export interface Line {
	readonly start: number;
	/** Behind the last character that is not white space; `start` on a blank line. */
	readonly end: number;
	/** The marks that open the line, in order: quote signs, then a heading's sign, a bullet or a rule. */
	readonly openers: readonly Segment[];
	/** The first character behind the openers. */
	readonly content: number;
	readonly blank: boolean;
	/** Whether the line goes on with code or another segment that an earlier line began. */
	readonly inside: boolean;
	/** The segment that the line's content begins with, if it is none of the openers. */
	readonly first: Segment | null;
	/** The segments that begin on the line, openers too. */
	readonly segments: readonly Segment[];
}

/** All lines of `text`. `segments` must ascend. */
export function* markdownLines(text: string, segments: readonly Segment[]): Generator<Line> {
	let at = 0;
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf("\n", start);
		const lineEnd = newline < 0 ? text.length : newline;
		while (at < segments.length && (segments[at]?.end ?? 0) <= start) at++;
		const end = Math.max(start, lastNonBlank(text, start, lineEnd));
		const covering = segments[at];
		const inside = covering !== undefined && covering.start < start + (covering.role === "inside" ? 1 : 0);
		const openers: Segment[] = [];
		let content = skipBlanks(text, start, end);
		for (let next = at; !inside && next < segments.length; next++) {
			const found = segments[next];
			if (found === undefined || found.role !== "marker" || found.start !== content || content >= end) break;
			openers.push(found);
			content = skipBlanks(text, found.end, end);
		}
		const first = inside ? undefined : segments[at + openers.length];
		let last = inside ? at + 1 : at;
		while (last < segments.length && (segments[last]?.start ?? 0) < lineEnd) last++;
		yield {
			start,
			end,
			openers,
			content,
			blank: end === start,
			inside,
			first: first !== undefined && first.start === content && content < end ? first : null,
			segments: segments.slice(inside ? at + 1 : at, last),
		};
		start = lineEnd + 1;
	}
}

function skipBlanks(text: string, from: number, limit: number): number {
	let at = from;
	while (at < limit && /\s/.test(text.charAt(at))) at++;
	return at;
}

function lastNonBlank(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && /\s/.test(text.charAt(at - 1))) at--;
	return at;
}

/** The column that `at` stands in, from 0. */
export function columnOf(text: string, { start }: Line, at: number): number {
	return columnAt(text, start, at);
}

/** A block while it is being read: its end moves on. */
export interface OpenBlock {
	readonly start: number;
	end: number;
	readonly frame: [number, number][];
	filled: boolean;
}

export function openBlock(start: number, frame: [number, number][], filled = false): OpenBlock {
	return { start, end: frame.at(-1)?.[1] ?? start, frame, filled };
}
