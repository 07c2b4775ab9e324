// Transcripts: the labels of their speakers and the heads of messages, which stay with any word of what is said.
import type { Line } from "./markdown-line.ts";

const label =
	/^(?:\[[\d:., APM/-]{4,24}\][ \t]*)?(?:\*\*|__)?(?:\[[\d:., APM/-]{4,24}\][ \t]*)?<?(\p{L}[\p{L}\p{M}\p{N}_.'-]{0,24}(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}_.'-]{0,24}){0,2})>?(?:\*\*|__)?(?:[ \t]?[([][\d:., APMapm/-]{4,24}[)\]])?[ \t]?[:：](?:\*\*|__)?(?=\s|$)/u;
const roles = new Set(
	"user assistant system human ai bot agent customer support tool model developer interviewer interviewee q a question answer prompt response".split(
		" ",
	),
);

const time = String.raw`\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[ap]\.?[ \u00a0]?m\b\.?)?(?: Uhr)?`;
const day = String.raw`(?:(?:today|yesterday|last|on|heute|gestern|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?|\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?)(?:,? | at | um ))`;
const when = String.raw`\[?${day}{0,5}${time}\]?`;
const who = String.raw`(?:\*\*)?[\p{L}@][\p{L}\p{M}\p{N}_.'@-]{0,30}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}_.'()/-]{0,24}){0,3}(?:\*\*)?`;
/** "Anna Berg — Today at 9:02 AM", "Anna Berg  10:02 AM", "[10:02 AM] Anna Berg". */
const head = new RegExp(`^(?:${who}(?: ?[—–|·-] |, ?|[ \\t]{1,4})${when}:?|${when} ${who})$`, "iu");
const timeLine = new RegExp(`^${when}$`, "iu");
const nameLine = new RegExp(`^${who}$`, "u");
const longestHead = 90;

/** Who begins to speak where, as far as it can be told by how often it happens. */
export class Speakers {
	/** How often each name stands before a colon at the start of a line. */
	readonly #count = new Map<string, number>();
	#heads = 0;
	/** Lines, and those of them with a label. */
	#lines = 0;
	#labels = 0;
	#speakers: ReadonlySet<string> | null = null;

	/** Every line that may begin a turn must be added before the first question. */
	add(text: string, line: Line, after: Line | undefined): void {
		const found = labelAt(text, line.content, line.end);
		this.#lines++;
		if (found) {
			this.#labels++;
			this.#count.set(found.name, (this.#count.get(found.name) ?? 0) + 1);
		} else if (headEnd(text, line, after) > 0) this.#heads++;
	}

	/** The end of the label or head with which `line` begins a turn, or 0. */
	turnAt(text: string, line: Line, after: Line | undefined): number {
		this.#speakers ??= this.#find();
		const label = labelAt(text, line.content, line.end);
		if (label) return this.#speakers.has(label.name) ? label.end : 0;
		return this.#heads > 1 ? headEnd(text, line, after) : 0;
	}

	/**
	 * Names of roles from two lines on; other names if at least two of them come back, and all if one does and every
	 * line has a label.
	 */
	#find(): Set<string> {
		const found = [...this.#count.keys()].filter((name) => roles.has(name));
		const known = found.reduce((sum, name) => sum + (this.#count.get(name) ?? 0), 0);
		const back = [...this.#count.keys()].filter((name) => (this.#count.get(name) ?? 0) > 1);
		if (back.length > 0 && this.#count.size > 1 && this.#labels === this.#lines)
			return new Set(this.#count.keys());
		return new Set([...(known > 1 ? found : []), ...(back.length > 1 ? back : [])]);
	}
}

/** The end of the speaker's label that a line's content begins with, and who speaks, or null. */
function labelAt(text: string, start: number, end: number): { end: number; name: string } | null {
	const match = label.exec(text.slice(start, Math.min(end, start + 120)));
	return match ? { end: start + match[0].length, name: (match[1] ?? "").toLowerCase() } : null;
}

/** The end of a line, or of two, that say who wrote a message and when; or 0. */
function headEnd(text: string, line: Line, after: Line | undefined): number {
	if (line.end - line.content > longestHead) return 0;
	const own = text.slice(line.content, line.end);
	if (/\d/.test(own) && head.test(own)) return line.end;
	if (after === undefined || after.blank || after.inside || after.end - after.content > longestHead) return 0;
	const below = text.slice(after.content, after.end);
	return timeLine.test(below) && nameLine.test(own) ? after.end : 0;
}
