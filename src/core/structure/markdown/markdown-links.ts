// Links and images: brackets and target stay with any word of the text, and never without one.
import type { Segment } from "../../segment/segment.ts";
import type { Block } from "../block.ts";

/** Text and target, `[text](target "title")` or `[text][name]`, as blocks. */
export function findLinks(text: string, segments: readonly Segment[]): Block[] {
	const links: Block[] = [];
	const open: Segment[] = [];
	for (let at = 0; at < segments.length; at++) {
		const found = segments[at];
		const definition = found === undefined ? 0 : definitionEnd(text, found, segments[at + 1]);
		if (found !== undefined && definition > 0)
			links.push({ start: found.start, end: definition, frame: [[found.start, definition]] });
		if (found === undefined || (found.kind !== "markup" && found.kind !== "url")) continue;
		if (found.role === "open" && text.charAt(found.end - 1) === "[") open.push(found);
		if (found.role !== "close" || !"]|".includes(text.charAt(found.start))) continue;
		const opener = open.pop();
		const hasTarget = text.charAt(found.start) === "|";
		const end = hasTarget ? found.end : targetEnd(text, segments, at);
		if (opener === undefined) continue;
		// A name in brackets is both text and target, as in [name] and [name][]: it is a whole.
		const inner: [number, number][] =
			(end === found.end && !hasTarget) || text.slice(found.end, end) === "[]"
				? [[opener.start, end]]
				: [
						[opener.start, opener.end],
						[found.start, end],
					];
		links.push({ start: opener.start, end, frame: inner, filled: true });
	}
	return links;
}

/** Where a definition ends whose name is `name`, `[name]:`, if its target follows; else 0. */
function definitionEnd(text: string, name: Segment, target: Segment | undefined): number {
	if (name.role !== "marker" || target?.kind !== "url" || target.role !== "whole") return 0;
	if (!text.startsWith("]:", name.end - 2) || text.slice(name.end, target.start).trim() !== "") return 0;
	return target.end;
}

/** Where the target behind the closing bracket of number `at` ends; the bracket's own end if there is none. */
function targetEnd(text: string, segments: readonly Segment[], at: number): number {
	const bracket = segments[at];
	const next = segments[at + 1];
	if (bracket === undefined) return 0;
	if (next === undefined || next.start !== bracket.end) return bracket.end;
	if (next.role !== "open" || text.charAt(next.start) !== "(") return next.end;
	for (let last = at + 2; last < segments.length && last < at + 4; last++) {
		const found = segments[last];
		if (found?.role === "close" && text.charAt(found.start) === ")") return found.end;
	}
	return next.end;
}
