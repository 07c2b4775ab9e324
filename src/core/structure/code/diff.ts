// Unified diffs: changed lines and headers stay as they are; a context line stays or goes as a whole. What a
// hunk's header says of its length is not changed, so it may say more lines than are left.
import { breakStart, contentEnd, lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";

const hunk = /@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/y;
const header =
	/(?:diff -|index [\da-f]|(?:old|new|deleted) (?:file )?mode |new file|deleted file|(?:dis)?similarity index|(?:rename|copy) (?:from|to) |--- |\+\+\+ |Binary files |GIT binary patch|Index: |={20,}$|\\ No newline)/my;
/** What `git log` and `git format-patch` write of a commit, above its message and diff. */
const commit =
	/(?:commit [\da-f]{7,64}[^\n]{0,200}\n(?:Author|Merge): |From [\da-f]{40} [^\n]{0,80}\nFrom: )/y;
const commitField = /(?:Author|AuthorDate|Commit|CommitDate|Date|Merge|From|Subject): /y;
const messageIndent = "    ";
const begin =
	/(?:diff --(?:git|cc|combined) \S|Index: \S[^\n]*\n={20,}|--- \S[^\n]*\n\+\+\+ \S|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@)/y;

/** Whether a diff begins with the line at `start`. */
export function beginsDiff(text: string, start: number): boolean {
	return (
		"d-@IcF".includes(text.charAt(start)) && (matches(begin, text, start) || matches(commit, text, start))
	);
}

/** Reads the diff that begins with the line at `start`; gives where its last line ends, or 0 if none begins there. */
export function readDiff(text: string, start: number, parts: Parts): number {
	if (!beginsDiff(text, start)) return 0;
	let at = start;
	let end = start;
	let left: Left = { removed: 0, added: 0 };
	let inHunk = false;
	let inCommit = false;
	while (at <= text.length && (at === start || text.charAt(at - 1) === "\n")) {
		const stop = lineEnd(text, at);
		const from = at === start ? at : breakStart(text, at);
		const last = contentEnd(text, at, stop);
		const begun = hunkAt(text, at);
		if (begun !== null) {
			left = begun;
			inHunk = true;
			parts.push("markup", from, last);
		} else if (isDone(left) && (matches(header, text, at) || matches(commit, text, at))) {
			inCommit = text.charAt(at) === "c" || text.charAt(at) === "F";
			inHunk &&= !inCommit;
			parts.push("markup", from, last);
		} else if (inCommit && matches(commitField, text, at)) {
			parts.push("markup", from, last);
		} else if (inCommit && text.startsWith(messageIndent, at)) {
			readMessage(text, from, at + messageIndent.length, last, parts);
		} else if (inCommit && last === at) {
			// The blank lines around a message.
			at = stop + 1;
			continue;
		} else if (!inHunk || !readLine(text, from, at, last, left, parts)) break;
		end = stop;
		at = stop + 1;
	}
	return end;
}

function readMessage(text: string, from: number, content: number, end: number, parts: Parts): void {
	if (end <= content) return;
	parts.mark(from, content);
	parts.block({ start: from, end, frame: [[from, content]] });
	parts.prose(text, content, end);
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
function readLine(text: string, from: number, at: number, end: number, left: Left, parts: Parts): boolean {
	const sign = at < end ? text.charAt(at) : " ";
	if (sign === "+" || sign === "-") {
		if (sign === "+") left.added--;
		else left.removed--;
		parts.push("code", from, end);
		return true;
	}
	if (sign === "\\") {
		parts.push("markup", from, end);
		return true;
	}
	const isContext = sign === " " || (sign === "\t" && !isDone(left));
	const next = text.charAt(lineEnd(text, end) + 1);
	if (!isContext || (isDone(left) && !(at < end && /[-+]/.test(next)))) return false;
	left.added--;
	left.removed--;
	parts.word(from, end);
	return true;
}

function matches(form: RegExp, text: string, at: number): boolean {
	form.lastIndex = at;
	return form.test(text);
}
