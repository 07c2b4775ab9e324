// What `git log` and `git format-patch` write of commits. One without its diff stays or goes as its message does.
import { matchesAt } from "../../match-at.ts";
import { breakStart, contentEnd, lineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";

/** What is written of a commit above its message and diff. */
export const commit =
	/(?:commit [\da-f]{7,64}[^\n]{0,200}\n(?:Author|Merge): |From [\da-f]{40} [^\n]{0,80}\nFrom: )/y;
export const commitField = /(?:Author|AuthorDate|Commit|CommitDate|Date|Merge|From|Subject): /y;
export const messageIndent = "    ";
const followingDiff = /(?:diff -|--- \S|Index: |[ \w./-]{1,200} \| +(?:\d|Bin))/y;

/**
 * Reads the commit that begins at `at` if no diff follows its message: who wrote it and when stays as one, while
 * a word of the message does. Gives its end, or 0.
 *
 * @param from `at` with the line break before it
 */
export function readLoneCommit(text: string, at: number, from: number, parts: Parts): number {
	if (!text.startsWith("commit ", at) || !matchesAt(commit, text, at)) return 0;
	const lines: [start: number, end: number][] = [];
	let head = 0;
	let line = at;
	for (; line < text.length; line = lineEnd(text, line) + 1) {
		const end = contentEnd(text, line, lineEnd(text, line));
		if (line === at || (lines.length === 0 && matchesAt(commitField, text, line))) head = end;
		else if (text.startsWith(messageIndent, line)) lines.push([line, end]);
		else if (end > line) break;
	}
	if (matchesAt(followingDiff, text, line) || lines.length === 0) return 0;
	const last = lines.at(-1)?.[1] ?? head;
	parts.mark(from, head);
	parts.block({ start: from, end: last, frame: [[from, head]] });
	for (const [start, end] of lines)
		readMessageLine(text, breakStart(text, start), start + messageIndent.length, end, parts);
	return last;
}

export function readMessageLine(
	text: string,
	from: number,
	content: number,
	end: number,
	parts: Parts,
): void {
	if (end <= content) return;
	parts.mark(from, content);
	parts.block({ start: from, end, frame: [[from, content]] });
	parts.prose(text, content, end);
}

/** The first line from the one at `at` on that is not empty. */
export function afterBlankLines(text: string, at: number): number {
	let line = at;
	while (text.charAt(line) === "\n" || text.startsWith("\r\n", line)) line = lineEnd(text, line) + 1;
	return line;
}
