// Unified diffs: changed lines and headers stay as they are; a context line stays or goes as a whole. What a
// hunk's header says of its length is not changed, so it may say more lines than are left.
import { matchesAt } from "../../match-at.ts";
import { breakStart, contentEnd, lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";
import {
	afterBlankLines,
	commit,
	commitField,
	messageIndent,
	readLoneCommit,
	readMessageLine,
} from "./commit.ts";

/** Of a merge: as many columns of signs as it has parents. */
const combined = /(@{3,8})(?: -\d+(?:,\d+)?){2,7} \+\d+(?:,\d+)? \1/y;
const hunk = /@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/y;
const header =
	/(?:diff -|index [\da-f]|(?:old|new|deleted) (?:file )?mode |new file|deleted file|(?:dis)?similarity index|(?:rename|copy) (?:from|to) |--- |\+\+\+ |Binary files |GIT binary patch|Index: |={20,}$|\\ No newline)/my;
const begin =
	/(?:diff --(?:git|cc|combined) \S|Index: \S[^\n]*\n={20,}|--- \S[^\n]*\n\+\+\+ \S|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|(@{3,8})(?: -\d+(?:,\d+)?){2,7} \+\d+(?:,\d+)? \1)/y;

/** Whether a diff begins with the line at `start`. */
export function beginsDiff(text: string, start: number): boolean {
	return (
		"d-@IcF".includes(text.charAt(start)) && (matchesAt(begin, text, start) || matchesAt(commit, text, start))
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
	let parents = 1;
	while (at <= text.length && (at === start || text.charAt(at - 1) === "\n")) {
		const stop = lineEnd(text, at);
		const from = at === start ? at : breakStart(text, at);
		const last = contentEnd(text, at, stop);
		const begun = hunkAt(text, at);
		const commitEnd = isDone(left) ? readLoneCommit(text, at, from, parts) : 0;
		if (commitEnd > 0) {
			inCommit = false;
			inHunk = false;
			end = commitEnd;
			at = afterBlankLines(text, lineEnd(text, commitEnd) + 1);
			continue;
		}
		if (begun !== null) {
			parents = begun.parents;
			left = begun;
			inHunk = true;
			parts.push("markup", from, last);
		} else if (isDone(left) && (matchesAt(header, text, at) || matchesAt(commit, text, at))) {
			inCommit = text.charAt(at) === "c" || text.charAt(at) === "F";
			inHunk &&= !inCommit;
			parts.push("markup", from, last);
		} else if (inCommit && matchesAt(commitField, text, at)) {
			parts.push("markup", from, last);
		} else if (inCommit && text.startsWith(messageIndent, at)) {
			readMessageLine(text, from, at + messageIndent.length, last, parts);
		} else if (inCommit && last === at) {
			// The blank lines around a message.
			at = stop + 1;
			continue;
		} else if (!inHunk) break;
		else if (
			parents > 1
				? !readMerged(text, from, at, last, parents, parts)
				: !readLine(text, from, at, last, left, parts)
		)
			break;
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

/** Of a merge's hunk the lines are not counted. */
function hunkAt(text: string, at: number): (Left & { readonly parents: number }) | null {
	combined.lastIndex = at;
	const merged = combined.exec(text);
	if (merged) return { removed: 0, added: 0, parents: (merged[1]?.length ?? 3) - 1 };
	hunk.lastIndex = at;
	const found = hunk.exec(text);
	return found && { removed: Number(found[1] ?? 1), added: Number(found[2] ?? 1), parents: 1 };
}

/** Reads a line of a merge's hunk; false if it is none. */
function readMerged(
	text: string,
	from: number,
	at: number,
	end: number,
	parents: number,
	parts: Parts,
): boolean {
	const signs = text.slice(at, Math.min(end, at + parents));
	if (signs === "" || !/^[-+ ]+$/.test(signs)) return false;
	if (/[-+]/.test(signs)) parts.push("code", from, end);
	else parts.word(from, end);
	return true;
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
