// Settings as `key = value`, one a line: environment files, INI, TOML, Java properties. They are read as YAML is.

import type { Steps } from "../../steps.ts";
import { indentOf, lineEnd, trimmedLineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";
import { jsonEnd } from "./json.ts";
import { stringEnd } from "./json-tokens.ts";
import { readLines } from "./yaml.ts";
import type { YamlLine, YamlValue } from "./yaml-line.ts";

const section = /^\[{1,2}[^\]\n]{1,120}\]{1,2}[ \t]*(?:[#;].*)?$/;
/** A key of several words may stand below a heading only. */
const entry =
	/(?:export[ \t]+)?((?:"[^"\n]{1,80}"|'[^'\n]{1,80}'|[\w$@/*%+~-])[\w.$@/*%+:"'[\]-]{0,120}(?:[ \t]+[\w.-]{1,40}){0,3})[ \t]*=(?![=>])[ \t]*/y;
/** A key alone. */
const bare = /^[\w.-]{2,60}$/;
const fewestEntries = 2;

/** Reads `[start, end)` if each line of it is a setting, a heading or a comment; else gives false. */
export function* readSettings(text: string, start: number, end: number, parts: Parts): Steps<boolean> {
	const lines = yield* settingLines(text, start, end);
	if (lines === null || lines.filter(({ key }) => key !== null).length < fewestEntries) return false;
	yield* readLines(text, start, end, lines, parts);
	return true;
}

function* settingLines(text: string, start: number, limit: number): Steps<YamlLine[] | null> {
	const lines: YamlLine[] = [];
	let headed = false;
	for (let at = start; at < limit; ) {
		yield;
		const stop = Math.min(limit, lineEnd(text, at));
		const content = at + indentOf(text, at);
		const last = trimmedLineEnd(text, content, stop);
		if (last > content) {
			const line = lineAt(text, at, content, last, stop, limit, headed, lines.at(-1));
			if (line === null) return null;
			headed ||= line.kind === "mark";
			lines.push(line);
			at = Math.max(stop, line.end) + 1;
		} else at = stop + 1;
	}
	return lines;
}

function lineAt(
	text: string,
	start: number,
	content: number,
	last: number,
	stop: number,
	limit: number,
	headed: boolean,
	before: YamlLine | undefined,
): YamlLine | null {
	const indent = content - start;
	const base = { start, end: stop, indent, column: indent, key: null, folded: false, from: stop, to: stop };
	const trimmed = text.slice(content, last);
	if (/^[#;!]/.test(trimmed)) return { ...base, kind: "comment", value: "none", from: content };
	if (section.test(trimmed)) return { ...base, kind: "mark", value: "none" };
	entry.lastIndex = content;
	const found = entry.exec(text);
	const from = Math.min(last, entry.lastIndex);
	const key = found !== null && content + found[0].trimEnd().length <= last ? (found[1] ?? "") : null;
	if (key !== null && (headed || !/[ \t]/.test(key))) {
		const read = valueAt(text, from, last, limit);
		return read && { ...base, kind: "entry", key, from, ...read, end: Math.max(stop, read.end) };
	}
	const goesOn = indent > 0 && before !== undefined && before.kind !== "mark";
	if (goesOn || (headed && bare.test(trimmed))) return { ...base, kind: "more", value: "other" };
	return null;
}

interface Read {
	readonly value: YamlValue;
	readonly to: number;
	readonly end: number;
}

function valueAt(text: string, from: number, last: number, limit: number): Read | null {
	const first = text.charAt(from);
	const many = /^(?:"""|''')/.exec(text.slice(from, from + 3))?.[0];
	if (many !== undefined) {
		const close = text.indexOf(many, from + 3);
		return close < 0 ? null : whole(text, close + 3, limit);
	}
	if (first === "[" || first === "{") {
		const close = jsonEnd(text, from);
		if (close < 0) return null;
		if (close > last && close <= limit) return whole(text, close, limit);
	}
	if (first === '"' || first === "'") {
		const close = first === '"' ? stringEnd(text, from) : text.indexOf("'", from + 1) + 1;
		const ends = close > from && close <= last && /^[ \t]*(?:[#;].*)?$/.test(text.slice(close, last));
		if (ends) return { value: first === '"' ? "double" : "single", to: close, end: last };
	}
	let to = last;
	// A line that goes on takes the next one along.
	while (text.charAt(to - 1) === "\\" && to < limit)
		to = Math.min(limit, lineEnd(text, lineEnd(text, to) + 1));
	return { value: to === last && isProse(text.slice(from, last)) ? "plain" : "other", to, end: to };
}

function whole(text: string, close: number, limit: number): Read {
	return { value: "other", to: close, end: Math.min(limit, lineEnd(text, close)) };
}

/** Words and hardly a mark of programs or commands. */
function isProse(value: string): boolean {
	const marks = value.match(/[={}[\]$|<>&*\\;`]|\w\(|(?:^|\s)--?\w/g)?.length ?? 0;
	const words = value.match(/\p{L}[\p{L}\p{M}'’-]+/gu)?.length ?? 0;
	return marks * 5 <= words || /\{\d+\}|\\[nt]|<\/?\w+>/.test(value);
}
