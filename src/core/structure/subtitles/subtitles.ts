// Subtitles (SRT, WebVTT): a cue keeps its number and time while a word of it stays, and goes with its last one.
import { matchesAt } from "../../match-at.ts";
import { breakStart, contentEnd, lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";

const time = String.raw`(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}`;
const timeLine = new RegExp(String.raw`[ \t]*${time}[ \t]+-->[ \t]+${time}(?:[ \t][^\n]*)?$`, "my");
const fileHead = /(?:\uFEFF)?WEBVTT(?:[ \t][^\n]*)?$/my;
/** Who speaks, and a dash that opens what somebody says. */
const speaker = /[ \t]*(?:<v(?:\.[\w.]+)? [^>\n]{1,80}>|[-–—](?=[ \t]?\S))/y;

/** Reads the cue or head of a file that begins with the line at `start`; gives its end, or 0 if there is none. */
export function readSubtitles(text: string, start: number, parts: Parts): number {
	const from = breakStart(text, start);
	const firstEnd = lineEnd(text, start);
	if (matchesAt(fileHead, text, start)) {
		const end = contentEnd(text, start, firstEnd);
		parts.push("markup", from, end);
		return end;
	}
	const timeAt = matchesAt(timeLine, text, start) ? start : firstEnd + 1;
	if (timeAt > start && (contentEnd(text, start, firstEnd) === start || !matchesAt(timeLine, text, timeAt)))
		return 0;
	const timeEnd = contentEnd(text, timeAt, lineEnd(text, timeAt));
	parts.mark(from, timeEnd);
	let end = timeEnd;
	for (let line = lineEnd(text, timeAt) + 1; line < text.length; line = lineEnd(text, line) + 1) {
		const lineStop = lineEnd(text, line);
		const last = contentEnd(text, line, lineStop);
		if (last === line || matchesAt(timeLine, text, line) || matchesAt(timeLine, text, lineStop + 1)) break;
		readLine(text, line, last, parts);
		end = last;
	}
	parts.block({ start: from, end, frame: [[from, timeEnd]] });
	return end;
}

function readLine(text: string, start: number, end: number, parts: Parts): void {
	speaker.lastIndex = start;
	const content = speaker.test(text) ? Math.min(speaker.lastIndex, end) : start;
	// The line break as well: what a cue says never stands on the line of its time.
	const from = breakStart(text, start);
	parts.mark(from, content);
	parts.block({ start: from, end, frame: [[from, content]] });
	parts.prose(text, content, end);
}
