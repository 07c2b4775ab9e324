// Unified diffs: changed lines and headers stay as they are; a context line stays or goes as a whole. What a
// hunk's header says of its length is not changed, so it may say more lines than are left.
import { lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";

const hunk = /@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/y;
const header =
	/(?:diff -|index [\da-f]|(?:old|new|deleted) (?:file )?mode |new file|deleted file|(?:dis)?similarity index|(?:rename|copy) (?:from|to) |--- |\+\+\+ |Binary files |GIT binary patch|Index: |={20,}$|\\ No newline)/my;
const begin =
	/(?:diff --(?:git|cc|combined) \S|Index: \S[^\n]*\n={20,}|--- \S[^\n]*\n\+\+\+ \S|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@)/y;

/** Whether a diff begins with the line at `start`. */
export function beginsDiff(text: string, start: number): boolean {
	return "d-@I".includes(text.charAt(start)) && matches(begin, text, start);
}

/** Reads the diff that begins with the line at `start`; gives where its last line ends, or 0 if none begins there. */
export function readDiff(text: string, start: number, parts: Parts): number {
	if (!beginsDiff(text, start)) return 0;
	let at = start;
	let end = start;
	let left: Left = { removed: 0, added: 0 };
	let inHunk = false;
	while (at <= text.length && (at === start || text.charAt(at - 1) === "\n")) {
		const stop = lineEnd(text, at);
		const from = at === start ? at : at - 1;
		const begun = hunkAt(text, at);
		if (begun !== null) {
			left = begun;
			inHunk = true;
			parts.push("markup", from, stop);
		} else if (isDone(left) && matches(header, text, at)) {
			parts.push("markup", from, stop);
		} else if (!inHunk || !readLine(text, at, stop, left, parts)) break;
		end = stop;
		at = stop + 1;
	}
	return end;
}

/** How many old and new lines a hunk still has, by its header. */
interface Left {
	removed: number;
	added: number;
}

function hunkAt(text: string, at: number): Left | null {
	hunk.lastIndex = at;
	const found = hunk.exec(text);
	return found && { removed: Number(found[1] ?? 1), added: Number(found[2] ?? 1) };
}

function isDone({ removed, added }: Left): boolean {
	return removed <= 0 && added <= 0;
}

/** Reads a line of a hunk; false if it is none. Written by hand, hunks are longer than their headers say. */
function readLine(text: string, at: number, end: number, left: Left, parts: Parts): boolean {
	const sign = at < end ? text.charAt(at) : " ";
	if (sign === "+" || sign === "-") {
		if (sign === "+") left.added--;
		else left.removed--;
		parts.push("code", at - 1, end);
		return true;
	}
	if (sign === "\\") {
		parts.push("markup", at - 1, end);
		return true;
	}
	const isContext = sign === " " || sign === "\r" || (sign === "\t" && !isDone(left));
	if (!isContext || (isDone(left) && !(at < end && /[-+]/.test(text.charAt(end + 1))))) return false;
	left.added--;
	left.removed--;
	parts.word(at - 1, end);
	return true;
}

function matches(form: RegExp, text: string, at: number): boolean {
	form.lastIndex = at;
	return form.test(text);
}
