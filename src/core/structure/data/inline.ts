// What belongs together inside a value of a data format: tags, links, entities, code, placeholders, as outside one.
import type { Segment } from "../../segment/segment.ts";
import { scanInline } from "../../segment/segment-inline.ts";
import { SegmentList } from "../../segment/segment-list.ts";
import type { Block } from "../block.ts";
import { lineEnd } from "../lines.ts";
import { findElements } from "../markdown/markdown-elements.ts";
import { findLinks } from "../markdown/markdown-links.ts";
import { Nesting } from "../markdown/nesting.ts";
import type { Parts } from "../parts.ts";

interface Inline {
	readonly segments: readonly Segment[];
	/** Links and elements. */
	readonly blocks: readonly Block[];
}

/** The segments of a value, whose lines are read as those of a paragraph; a blank one ends it. */
export function scanValue(value: string): Segment[] {
	const found = new SegmentList();
	for (let at = 0; at < value.length; ) {
		let end = lineEnd(value, at);
		if (value.slice(at, end).trim() === "") found.endParagraph();
		let next = scanInline(value, at, end, false, found);
		while (next > end) {
			end = lineEnd(value, next);
			next = scanInline(value, next, end, false, found);
		}
		at = end + 1;
	}
	return found.finish();
}

/**
 * Links, and elements whose tags go with what stands between them; a tag without a clear partner always stays.
 *
 * @param place from places of `value`, as segments have them, to those of the result
 * @param lines blocks of the result that are there already: what overlaps one in part is none
 */
export function pairInline(
	value: string,
	segments: readonly Segment[],
	place: (at: number) => number,
	lines: readonly Block[],
): Inline {
	const blocks: Block[] = [];
	const fits = (block: Block, nesting: Nesting) => nesting.fits(block.start, block.end);
	const links = findLinks(value, segments).map(({ start, end, frame, filled = false }) => ({
		start: place(start),
		end: place(end),
		frame: frame.map(([from, to]) => [place(from), place(to)] as const),
		filled,
	}));
	const around = new Nesting(lines);
	blocks.push(...links.filter((link) => fits(link, around)));
	const tags = new Set<Segment>();
	const elements = findElements(value, segments);
	const inside = elements.length > 0 ? new Nesting([...lines, ...blocks]) : around;
	for (const { open, close } of elements) {
		const frame = [open, close].map((tag) => [place(tag.start), place(tag.end)] as const);
		const block: Block = { start: place(open.start), end: place(close.end), frame, filled: true };
		if (!fits(block, inside)) continue;
		blocks.push(block);
		tags.add(open).add(close);
	}
	const placed = segments.map((found) => ({
		start: place(found.start),
		end: place(found.end),
		kind: tags.has(found) ? null : found.kind,
		role: found.role,
	}));
	return { segments: placed, blocks };
}

/**
 * Reads `[start, end)` as the content of a value that has no escapes.
 *
 * @param whole what must never begin or end a word, since it would mean something there: the run of characters
 * around it is one word
 */
export function readValue(text: string, start: number, end: number, parts: Parts, whole?: RegExp): void {
	if (end <= start) return;
	const value = text.slice(start, end);
	const scanned = scanValue(value);
	const free = whole === undefined ? scanned : joinRuns(value, scanned, whole);
	const { segments, blocks } = pairInline(value, free, (at) => start + Math.min(at, value.length), []);
	for (const found of segments) parts.push(found.kind, found.start, found.end, found.role);
	for (const block of blocks) parts.block(block);
}

/** Segments in which each run around a match of `whole` is one, but for matches that lie inside a word. */
function joinRuns(value: string, segments: readonly Segment[], whole: RegExp): Segment[] {
	const joined: Segment[] = [];
	let next = 0;
	/** The segments that end up to `place` stay as they are. */
	const pass = (place: number) => {
		for (let found = segments[next]; found && found.end <= place; found = segments[++next])
			joined.push(found);
	};
	let done = 0;
	for (const { index, 0: mark } of value.matchAll(new RegExp(whole, "g"))) {
		if (index < done) continue;
		pass(index);
		const around = segments[next];
		const inside = around && around.start < index && index + mark.length < around.end;
		if (inside && around.role === "whole") continue;
		let from = index;
		while (from > done && /\S/.test(value.charAt(from - 1))) from--;
		let last = joined.at(-1);
		let protects: Segment["kind"] = null;
		const take = ({ kind, role }: Segment) => {
			if (kind === "markup" || (kind !== null && role !== "whole")) protects = "markup";
			else protects ??= kind;
		};
		while (last && last.end > from && last.start >= done) {
			from = Math.min(from, last.start);
			take(last);
			joined.pop();
			last = joined.at(-1);
		}
		let to = runEnd(value, index);
		for (let found = segments[next]; found && found.start < to; found = segments[++next]) {
			from = Math.min(from, found.start);
			if (found.end > to) to = runEnd(value, found.end);
			take(found);
		}
		const run = value.slice(from, to);
		const kind = /^\w{2,32}:\/\//.test(run) ? "url" : protects;
		joined.push({ start: from, end: to, kind, role: "whole" });
		done = to;
	}
	pass(value.length);
	return joined;
}

function runEnd(value: string, at: number): number {
	let end = at;
	while (end < value.length && /\S/.test(value.charAt(end))) end++;
	return end;
}
