// Logs and stack traces: a line that keeps any word keeps when it was written, its level and its logger; error
// codes stay; what was thrown stays, its frames stay or go as wholes.
import { matchEnd } from "../../match-at.ts";
import type { Steps } from "../../steps.ts";
import { breakStart, contentEnd, indentOf, lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";
import { errorCode, type LogHeader, logHeaderAt } from "./log-line.ts";
import { type TraceAt, type TraceLine, traceLineAt } from "./stack-trace.ts";

interface Line {
	readonly start: number;
	readonly end: number;
	readonly kind: LogHeader | TraceLine | "more";
}

/** So many timestamps and levels make a log; where no line has a timestamp, so many lines. */
const fewestMarks = 2;
const fewestLevels = 3;

/**
 * Reads the log or stack trace that begins with the line at `start`; gives where its last line ends, or 0 if none
 * begins there.
 */
export function* readLog(text: string, start: number, parts: Parts): Steps<number> {
	const lines = withLoggers(text, yield* linesFrom(text, start));
	const last = lines.at(-1);
	if (last === undefined || !isLog(lines)) return 0;
	for (const [at, line] of lines.entries()) {
		yield;
		readLine(text, line, line.start === start ? start : breakStart(text, line.start), parts);
		if (typeof line.kind === "object") {
			const from = line.start === start ? start : breakStart(text, line.start);
			parts.block({ start: from, end: recordEnd(lines, at), frame: [[from, line.kind.end]] });
		}
	}
	return last.end;
}

function* linesFrom(text: string, start: number): Steps<Line[]> {
	const lines: Line[] = [];
	let before: TraceLine | null = null;
	for (let at = start; at < text.length; ) {
		yield;
		const end = lineEnd(text, at);
		const trace: TraceAt | null = traceLineAt(text, at, before);
		const header = trace ? null : logHeaderAt(text, at, end);
		const indented = lines.length > 0 && indentOf(text, at) > 0 && indentOf(text, at) < end - at;
		const kind = trace?.kind ?? header ?? (indented ? "more" : null);
		if (kind === null) break;
		lines.push({ start: at, end: contentEnd(text, at, trace?.end ?? end), kind });
		before = trace?.kind ?? (kind === "more" ? before : null);
		at = (trace?.end ?? end) + 1;
	}
	return lines;
}

/** A name of two parts behind when and how bad: `svc.db`. */
const shortName = /[ \t]+[\w$-]{1,40}\.[\w$-]{1,40}(?=[ \t]+\S)/y;

/** Takes a short name into the headers if several have it: a logger. Once, it may be a file that the message is about. */
function withLoggers(text: string, lines: Line[]): Line[] {
	const counts = new Map<string, number>();
	const named = lines.map((line) => {
		const { kind } = line;
		if (typeof kind !== "object" || !kind.stamped || !kind.levelled) return null;
		const end = matchEnd(shortName, text, kind.end);
		if (end === 0 || end >= line.end) return null;
		const name = text.slice(kind.end, end).trim();
		counts.set(name, (counts.get(name) ?? 0) + 1);
		return { name, line: { ...line, kind: { ...kind, end } } };
	});
	return lines.map((line, at) => {
		const own = named[at];
		return own && (counts.get(own.name) ?? 0) >= fewestMarks ? own.line : line;
	});
}

function isLog(lines: readonly Line[]): boolean {
	let stamps = 0;
	let levels = 0;
	let frames = 0;
	for (const { kind } of lines) {
		if (typeof kind === "object") {
			stamps += kind.stamped ? 1 : 0;
			levels += kind.levelled ? 1 : 0;
		} else if (kind !== "more") frames++;
	}
	if (frames >= fewestMarks) return true;
	return stamps > 0 ? stamps + levels >= fewestMarks : levels >= fewestLevels;
}

/** The lines below a log's line that have no header of their own belong to it. */
function recordEnd(lines: readonly Line[], at: number): number {
	let last = at;
	while (last + 1 < lines.length && typeof lines[last + 1]?.kind !== "object") last++;
	return lines[last]?.end ?? 0;
}

/** @param from the line's beginning with the line break before it */
function readLine(text: string, { start, end, kind }: Line, from: number, parts: Parts): void {
	if (kind === "frame" || kind === "python") parts.word(from, end);
	else if (kind === "opening") parts.push("markup", from, end);
	else if (kind === "thrown") parts.push("code", from, end);
	else if (kind === "more") {
		const content = start + indentOf(text, start);
		parts.mark(from, content);
		parts.block({ start: from, end, frame: [[from, content]] });
		readMessage(text, content, end, parts);
	} else {
		parts.mark(from, kind.end);
		readMessage(text, kind.end, end, parts);
	}
}

function readMessage(text: string, start: number, end: number, parts: Parts): void {
	let done = start;
	for (const { index, 0: code } of text.slice(start, end).matchAll(errorCode)) {
		parts.prose(text, done, start + index);
		done = start + index + code.length;
		parts.push("code", start + index, done);
	}
	parts.prose(text, done, end);
}
