// The structure of Markdown and of plain prose with lists, tags or speakers: from protected spans and lines to blocks.
import type { Segment } from "../../segment/segment.ts";
import type { Steps } from "../../steps.ts";
import type { Block, Structure } from "../block.ts";
import { indentOf, lineEnd, trimmedLineEnd } from "../lines.ts";
import { type Element, findElements } from "./markdown-elements.ts";
import { frontMatterEnd } from "./markdown-front-matter.ts";
import { findGuards } from "./markdown-guards.ts";
import { type Line, markdownLines } from "./markdown-line.ts";
import { findLinks } from "./markdown-links.ts";
import { MarkdownReader } from "./markdown-reader.ts";
import { Nesting } from "./nesting.ts";
import { findEnvironments } from "./tex-environments.ts";

/**
 * Recognises the blocks of `text` by its segments and lines, as CommonMark and GFM have them; it does not parse
 * what is inside paragraphs again. Tags of elements that are clear come back as words of which the model decides:
 * their block keeps both as long as anything between them stays. Takes time linear in the text's length.
 */
export function* readMarkdownInSteps(text: string, found: readonly Segment[]): Steps<Structure> {
	const front = frontMatterEnd(text);
	const segments = withFront(text, front, found);
	const elements = findElements(text, segments);
	const lines: Line[] = [];
	for (const line of markdownLines(text, segments)) {
		yield;
		if (line.start >= front) lines.push(line);
	}
	const blocks: Block[] = yield* new MarkdownReader(text, elements).read(lines);
	if (front > 0) blocks.push({ start: 0, end: front, frame: [[0, front]] });
	yield;
	addFitting(blocks, findEnvironments(text, segments));
	yield;
	addFitting(blocks, findLinks(text, segments));
	yield;
	const paired = addElements(blocks, elements);
	yield;
	blocks.push(...findGuards(text, segments, blocks));
	return {
		segments:
			paired.size === 0 ? segments : segments.map((own) => (paired.has(own) ? { ...own, kind: null } : own)),
		blocks,
	};
}

/** Front matter is no prose: its lines stay. Empty, it is one word, so that its rules are not parted. */
function withFront(text: string, front: number, segments: readonly Segment[]): readonly Segment[] {
	if (front === 0) return segments;
	const lines: Segment[] = [];
	const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const isEmpty = !/[\p{L}\p{N}]/u.test(text.slice(0, front));
	for (let at = begin; at < front; ) {
		const stop = isEmpty ? front : Math.min(front, lineEnd(text, at));
		const start = at + indentOf(text, at);
		const end = trimmedLineEnd(text, at, stop);
		if (end > start) lines.push({ start, end, kind: "markup", role: "whole" });
		at = stop + 1;
	}
	return [...lines, ...segments.filter(({ start }) => start >= front)];
}

function addFitting(blocks: Block[], more: readonly Block[]): void {
	if (more.length === 0) return;
	const nesting = new Nesting(blocks);
	for (const block of more) if (nesting.fits(block.start, block.end)) blocks.push(block);
}

/** Adds the elements that overlap no other block in part, and gives their tags. */
function addElements(blocks: Block[], elements: readonly Element[]): Set<Segment> {
	const tags = new Set<Segment>();
	if (elements.length === 0) return tags;
	const nesting = new Nesting(blocks);
	for (const { open, close } of elements) {
		if (!nesting.fits(open.start, close.end)) continue;
		const frame: [number, number][] = [
			[open.start, open.end],
			[close.start, close.end],
		];
		blocks.push({ start: open.start, end: close.end, frame, filled: true });
		tags.add(open).add(close);
	}
	return tags;
}
