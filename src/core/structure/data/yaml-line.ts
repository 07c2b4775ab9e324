// The lines of a YAML document, each with what stands on it; the values are read by yaml.ts.

import { matchEnd } from "../../match-at.ts";
import type { Steps } from "../../steps.ts";
import { indentOf, lineEnd, trimmedLineEnd } from "../lines.ts";
import { jsonEnd } from "./json.ts";

export type YamlValue = "none" | "plain" | "double" | "single" | "block" | "other";

export interface YamlLine {
	/** Of the line; `end` lies behind the last line of a value that takes several. */
	readonly start: number;
	readonly end: number;
	readonly kind: "comment" | "mark" | "entry" | "more";
	/** Where the first thing on the line stands, and the last dash or the key: deeper lines belong to it. */
	readonly indent: number;
	readonly column: number;
	readonly key: string | null;
	readonly value: YamlValue;
	/** Of the value without comment and blanks; with its quotes. */
	readonly from: number;
	readonly to: number;
	/** Of a block scalar: its lines `[to, end)`. */
	readonly folded: boolean;
}

/** Dashes, and the marks of a key that takes lines of its own (`? a`, then `: b`). */
const dashes = /(?:[-?:][ \t]+)*(?:[-?:](?=[ \t\r]*$))?/my;
/** A plain key ends with the first colon before a blank. */
const keyForm =
	/("(?:[^"\\\n]|\\.){1,200}"|'(?:[^'\n]|''){1,200}'|(?![-?:](?:[ \t]|$))(?![*]{2}|[,[\]{}#&!|>'"%@`\s])[^\n]{1,150}?)[ \t]*:(?=[ \t\r\n]|$)[ \t]*/my;
const properties = /(?:[&!][^\s,[\]{}]*[ \t]+)*(?:[&!][^\s,[\]{}]*[ \t\r]*$)?/my;
const blockHeader = /[|>][-+\d]{0,2}[ \t]*(?:#[^\n]*)?\r?$/my;

/** The lines of `[start, end)`, blank ones left out; null if one of them is no line of YAML. */
export function* yamlLines(text: string, start: number, end: number): Steps<YamlLine[] | null> {
	const lines: YamlLine[] = [];
	let before: YamlLine | null = null;
	/** The columns that entries around this line stand in. */
	const levels: number[] = [];
	for (let at = start; at < end; ) {
		yield;
		const stop = Math.min(end, lineEnd(text, at));
		const content = at + indentOf(text, at);
		if (trimmedLineEnd(text, at, stop) > at) {
			const line: YamlLine | null = lineAt(text, at, Math.min(content, stop), stop, end, before);
			if (line === null || !isLevel(text, line, before, levels)) return null;
			lines.push(line);
			if (line.kind !== "comment") before = line;
			at = Math.max(line.end, stop) + 1;
		} else at = stop + 1;
	}
	return lines;
}

function lineAt(
	text: string,
	start: number,
	content: number,
	stop: number,
	limit: number,
	before: YamlLine | null,
): YamlLine | null {
	const indent = content - start;
	const base = { start, end: stop, indent, column: indent, key: null, folded: false, from: stop, to: stop };
	const first = text.charAt(content);
	if (first === "#") return { ...base, kind: "comment", value: "none", from: content };
	const trimmed = text.slice(content, trimmedLineEnd(text, content, stop));
	if (indent === 0 && (/^(?:---(?:[ \t]+[!&#].*)?|\.\.\.)$/.test(trimmed) || /^%[A-Z]/.test(trimmed)))
		return { ...base, kind: "mark", value: "none" };
	const value = matchEnd(dashes, text, content);
	const dashed = value > content;
	const key = keyAt(text, value, stop);
	if (!dashed && key === null) {
		if (before === null || indent <= before.indent) return null;
		const read = before.value === "none" ? valueAt(text, content, stop, limit, before.column) : null;
		if (read !== null && read.value !== "block")
			return { ...base, kind: "more", indent: before.indent, column: before.column, from: content, ...read };
		const goesOn = before.value === "plain" && !/: | #|:$/.test(trimmed);
		if (!goesOn) return null;
		return { ...base, kind: "more", value: "plain", indent: before.indent, column: before.column };
	}
	if (before !== null && !fits(indent, first === "-", before)) return null;
	const column = key === null ? lastDash(text, value) - start : value - start;
	const from = Math.min(stop, matchEnd(properties, text, key?.end ?? value) || (key?.end ?? value));
	const read = valueAt(text, from, stop, limit, column);
	return read && { ...base, kind: "entry", column, key: key?.name ?? null, from, ...read };
}

/** An entry stands as deep as one around it, or deeper than the one above; then its own columns are levels too. */
function isLevel(text: string, line: YamlLine, before: YamlLine | null, levels: number[]): boolean {
	if (line.kind === "mark") levels.length = 0;
	if (line.kind !== "entry") return true;
	while ((levels.at(-1) ?? 0) > line.indent) levels.pop();
	if (levels.at(-1) !== line.indent) {
		if (before?.kind === "entry" && line.indent <= before.indent) return false;
		levels.push(line.indent);
	}
	for (let at = line.indent + 1; at <= line.column; at++) {
		if (at === line.column || /[-?:]/.test(text.charAt(line.start + at))) levels.push(at);
	}
	return true;
}

function keyAt(
	text: string,
	at: number,
	stop: number,
): { readonly name: string; readonly end: number } | null {
	keyForm.lastIndex = at;
	const found = keyForm.exec(text);
	if (!found || at + found[0].trimEnd().length > stop || / #/.test(found[1] ?? "")) return null;
	return { name: found[1] ?? "", end: Math.min(stop, keyForm.lastIndex) };
}

/** The column of a deeper entry needs one above it without a value; a list may stand as deep as its key. */
function fits(indent: number, dashed: boolean, before: YamlLine): boolean {
	if (before.kind === "mark") return true;
	if (indent > before.indent && indent !== before.column) return before.value === "none";
	const isList = before.key === null || before.column > before.indent;
	return !dashed || indent !== before.indent || isList || before.value === "none";
}

function lastDash(text: string, at: number): number {
	let index = at - 1;
	while (!/[-?:]/.test(text.charAt(index))) index--;
	return index;
}

type Read = Pick<YamlLine, "value" | "to" | "end" | "folded">;

function valueAt(text: string, from: number, stop: number, limit: number, column: number): Read | null {
	const read = (value: YamlValue, to: number, end = stop): Read => ({ value, to, end, folded: false });
	const last = trimmedLineEnd(text, from, stop);
	const first = text.charAt(from);
	if (from >= last || first === "#") return read("none", from);
	if (first === "|" || first === ">") {
		if (matchEnd(blockHeader, text, from) === 0) return null;
		const end = blockEnd(text, stop + 1, limit, column);
		return {
			value: /\d/.test(text.slice(from, last)) ? "other" : "block",
			to: stop,
			end,
			folded: first === ">",
		};
	}
	if (first === '"' || first === "'" || first === "[" || first === "{") {
		const to = first === '"' || first === "'" ? quoteEnd(text, from, limit) : jsonEnd(text, from);
		if (to <= 0 || to > limit) return null;
		const end = Math.min(limit, lineEnd(text, to));
		if (!/^[ \t\r]*(?:$|[ \t]#)/.test(text.slice(to, end))) return null;
		const name = first === '"' ? "double" : "single";
		return read(to <= stop && (first === '"' || first === "'") ? name : "other", to, Math.max(stop, end));
	}
	if (/[@`%|>]/.test(first)) return null;
	if (first === "*") return read("other", last);
	const plain = text.slice(from, last);
	const comment = plain.indexOf(" #");
	const value = (comment < 0 ? plain : plain.slice(0, comment)).trimEnd();
	return /:(?:\s|$)/.test(value) ? null : read("plain", from + value.length);
}

/** Behind the quote that closes the one at `open`; 0 if there is none. */
function quoteEnd(text: string, open: number, limit: number): number {
	const quote = text.charAt(open);
	for (let at = open + 1; at < limit; at++) {
		const char = text.charAt(at);
		if (char === "\\" && quote === '"') at++;
		else if (char === quote) {
			if (quote === '"' || text.charAt(at + 1) !== quote) return at + 1;
			at++;
		}
	}
	return 0;
}

/** Where the lines of a block scalar end: they are blank or deeper than `column`. */
function blockEnd(text: string, start: number, limit: number, column: number): number {
	let end = start - 1;
	for (let at = start; at < limit; ) {
		const stop = Math.min(limit, lineEnd(text, at));
		const blank = trimmedLineEnd(text, at, stop) === at;
		if (!blank && indentOf(text, at) <= column) break;
		if (!blank) end = stop;
		at = stop + 1;
	}
	return Math.min(end, limit);
}
