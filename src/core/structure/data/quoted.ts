// The content of a quoted string with backslash escapes (JSON, YAML): prose in which no escape is ever cut.
import type { Span } from "../../options.ts";
import type { Segment } from "../../segment/segment.ts";
import type { Block } from "../block.ts";
import type { Parts } from "../parts.ts";
import { escapeForm, unescaped } from "./escapes.ts";
import { pairInline, scanValue } from "./inline.ts";

/** Strings of fewer words are names, ids, titles, enums. */
const fewestWords = 4;
/** So many characters of a script without spaces are as long. */
const fewestCharacters = 12;
/** How much of a string is looked at to tell whether it is long. */
const seen = 400;

/**
 * Whether a string is prose that may get shorter: at least four words, of which most hold no digit (dates do), or
 * twelve characters of a script without spaces.
 */
export function isLong(content: string): boolean {
	if (content.length < fewestCharacters) return false;
	const begin = content.slice(0, seen);
	const runs = begin.split(/(?:\s|\\[nrt])+/).filter((run) => /[\p{L}\p{N}]/u.test(run));
	if (runs.length >= fewestWords) return runs.filter((run) => /\d/.test(run)).length * 2 < runs.length;
	const script = begin.match(
		/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]/gu,
	);
	return (script?.length ?? 0) >= fewestCharacters;
}

/**
 * Reads the content `[start, end)` of a quoted string: an escaped line break opens a line, which it stays with; an
 * escaped quotation mark is one; a run with any other escape is one word. Tags, links and the like are found in
 * what the string says. The words are free.
 */
export function readEscaped(text: string, start: number, end: number, parts: Parts): void {
	const content = text.slice(start, end);
	const { value, place } = unescaped(content);
	const scanned = scanValue(value);
	const lines = escapedLines(content, scanned, place);
	const { segments, blocks } = pairInline(value, scanned, place, lines);
	let done = 0;
	for (const found of segments) {
		if (found.start > done) readEscapes(content, done, found.start, start, parts);
		readSegment(content, found, start, parts);
		done = found.end;
	}
	readEscapes(content, done, content.length, start, parts);
	for (const block of [...lines, ...blocks]) parts.block(moved(block, start));
}

/** What stands between segments: only escapes are looked at. */
function readEscapes(content: string, from: number, to: number, offset: number, parts: Parts): void {
	let done = from;
	for (let slash = content.indexOf("\\", from); slash >= 0 && slash < to; ) {
		const escaped = content.charAt(slash + 1);
		if (escaped === "n" || escaped === "r") {
			done = Math.min(to, breaksEnd(content, slash));
			parts.mark(offset + slash, offset + done);
		} else if (escaped === '"') {
			done = slash + 2;
			const role = opensQuote(content, slash) ? "open" : "close";
			parts.push("markup", offset + slash, offset + done, role);
		} else if (spaceLike.includes(escaped)) {
			done = slash + 2;
			parts.word(offset + slash, offset + done);
		} else {
			const [first, last] = runAround(content, done, slash, to);
			parts.push(kindOfRun(content.slice(first, last)), offset + first, offset + last);
			done = last;
		}
		slash = content.indexOf("\\", done);
	}
}

/** A segment; of one whose words are apart each escape is a word. */
function readSegment(
	content: string,
	{ start, end, kind, role }: Segment,
	offset: number,
	parts: Parts,
): void {
	let done = start;
	if (role === "inside") {
		for (const { index, 0: found } of content.slice(start, end).matchAll(escapeForm)) {
			parts.push(kind, offset + done, offset + start + index, role);
			done = start + index + found.length;
			parts.push(kind, offset + start + index, offset + done);
		}
	}
	parts.push(kind, offset + done, offset + end, role);
}

const spaceLike = ["t", "f", "b", " "];

/** The lines that escaped line breaks open, each with the run of them as its frame. */
function escapedLines(content: string, segments: readonly Segment[], place: (at: number) => number): Block[] {
	const breaks: Span[] = [];
	let next = 0;
	let done = 0;
	for (const { index, 0: found } of content.matchAll(escapeForm)) {
		if (index < done || !/^\\[nr]/.test(found)) continue;
		while (next < segments.length && place(segments[next]?.end ?? 0) <= index) next++;
		if (place(segments[next]?.start ?? content.length) <= index && next < segments.length) continue;
		const limit = next < segments.length ? place(segments[next]?.start ?? 0) : content.length;
		done = Math.min(limit, breaksEnd(content, index));
		breaks.push([index, done]);
	}
	return breaks.map(([start, end], at) => ({
		start,
		end: breaks[at + 1]?.[0] ?? content.length,
		frame: [[start, end]],
	}));
}

function moved({ start, end, frame, filled = false }: Block, offset: number): Block {
	const spans = frame.map(([from, to]) => [from + offset, to + offset] as const);
	return { start: start + offset, end: end + offset, frame: spans, filled };
}

/** The end of a run of escaped line breaks and tabs. */
function breaksEnd(content: string, at: number): number {
	let end = at;
	while (content.charAt(end) === "\\" && "nrt".includes(content.charAt(end + 1) || " ")) end += 2;
	return end;
}

function opensQuote(content: string, slash: number): boolean {
	return (
		slash === 0 ||
		/[\s([{]$/.test(content.slice(slash - 1, slash)) ||
		/\\[nrt]$/.test(content.slice(Math.max(0, slash - 2), slash))
	);
}

/** The characters around an escape up to white space or an escape of its own, outer punctuation apart. */
function runAround(
	content: string,
	done: number,
	slash: number,
	limit: number,
): readonly [from: number, to: number] {
	let from = slash;
	while (from > done && !/\s/.test(content.charAt(from - 1))) from--;
	while (from < slash && "([“„«".includes(content.charAt(from))) from++;
	let to = slash;
	let least = slash;
	while (to < limit && !/\s/.test(content.charAt(to))) {
		if (content.charAt(to) !== "\\") to++;
		else if (to > slash && 'nrtfb" '.includes(content.charAt(to + 1) || '"')) break;
		else {
			to += content.charAt(to + 1) === "u" ? 6 : 2;
			least = to;
		}
	}
	to = Math.min(to, limit);
	while (to > least && ".,;:!?)]”»".includes(content.charAt(to - 1))) to--;
	return [from, to];
}

/** URLs with escaped slashes and paths with escaped backslashes stay; other words are the model's. */
function kindOfRun(run: string): "url" | "code" | null {
	if (/^[A-Za-z][\w+.-]{1,31}:\\?\/\\?\//.test(run)) return "url";
	return run.includes("\\\\") ? "code" : null;
}
