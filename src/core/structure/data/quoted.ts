// The content of a quoted string with backslash escapes (JSON, YAML): prose in which no escape is ever cut.
import type { Parts } from "../parts.ts";

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
 * escaped quotation mark is one; a run with any other escape is one word. The words are free.
 */
export function readEscaped(text: string, start: number, end: number, parts: Parts): void {
	const content = text.slice(start, end);
	let done = 0;
	let line = -1;
	const plain = (to: number) => parts.prose(text, start + done, start + to);
	const closeLine = (to: number) => {
		if (line >= 0) parts.block(escapedLine(content, start, line, to));
	};
	for (let slash = content.indexOf("\\"); slash >= 0; slash = content.indexOf("\\", done)) {
		const escaped = content.charAt(slash + 1);
		if (escaped === "n" || escaped === "r") {
			plain(slash);
			closeLine(slash);
			line = slash;
			done = breaksEnd(content, slash);
			parts.mark(start + slash, start + done);
		} else if (escaped === '"') {
			plain(slash);
			done = slash + 2;
			parts.push("markup", start + slash, start + done, opensQuote(content, slash) ? "open" : "close");
		} else if (spaceLike.includes(escaped)) {
			plain(slash);
			done = slash + 2;
			parts.word(start + slash, start + done);
		} else {
			const [from, to] = runAround(content, done, slash);
			plain(from);
			parts.push(kindOfRun(content.slice(from, to)), start + from, start + to);
			done = to;
		}
	}
	plain(content.length);
	closeLine(content.length);
}

const spaceLike = ["t", "f", "b", " "];

function escapedLine(content: string, offset: number, from: number, to: number) {
	const start = offset + from;
	return { start, end: offset + to, frame: [[start, offset + breaksEnd(content, from)] as const] };
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
function runAround(content: string, done: number, slash: number): readonly [from: number, to: number] {
	let from = slash;
	while (from > done && !/\s/.test(content.charAt(from - 1))) from--;
	while (from < slash && "([“„«".includes(content.charAt(from))) from++;
	let to = slash;
	let least = slash;
	while (to < content.length && !/\s/.test(content.charAt(to))) {
		if (content.charAt(to) !== "\\") to++;
		else if (to > slash && 'nrtfb" '.includes(content.charAt(to + 1) || '"')) break;
		else {
			to += content.charAt(to + 1) === "u" ? 6 : 2;
			least = to;
		}
	}
	to = Math.min(to, content.length);
	while (to > least && ".,;:!?)]”»".includes(content.charAt(to - 1))) to--;
	return [from, to];
}

/** URLs with escaped slashes and paths with escaped backslashes stay; other words are the model's. */
function kindOfRun(run: string): "url" | "code" | null {
	if (/^[A-Za-z][\w+.-]{1,31}:\\?\/\\?\//.test(run)) return "url";
	return run.includes("\\\\") ? "code" : null;
}
