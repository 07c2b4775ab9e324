// Transcripts: the labels of their speakers, which stay with any word of what is said.

const label =
	/^(?:\[[\d:., APM/-]{4,24}\][ \t]*)?(?:\*\*|__)?(?:\[[\d:., APM/-]{4,24}\][ \t]*)?<?(\p{L}[\p{L}\p{M}\p{N}_.'-]{0,24}(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}_.'-]{0,24}){0,2})>?(?:\*\*|__)?(?:[ \t]?[([][\d:., APMapm/-]{4,24}[)\]])?[ \t]?[:：](?:\*\*|__)?(?=\s|$)/u;
const roles = new Set(
	"user assistant system human ai bot agent customer support tool model developer interviewer interviewee q a question answer prompt response".split(
		" ",
	),
);

/** The end of the speaker's label that a line's content begins with, and who speaks, or null. */
export function labelAt(text: string, start: number, end: number): { end: number; name: string } | null {
	const match = label.exec(text.slice(start, Math.min(end, start + 120)));
	return match ? { end: start + match[0].length, name: (match[1] ?? "").toLowerCase() } : null;
}

/** How often each name stands before a colon at the start of a line; says which of them are speakers. */
export class Speakers {
	readonly #count = new Map<string, number>();

	add(name: string): void {
		this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
	}

	/** Names of roles from two lines on; other names if at least two of them come back. */
	find(): Set<string> {
		const found = [...this.#count.keys()].filter((name) => roles.has(name));
		const known = found.reduce((sum, name) => sum + (this.#count.get(name) ?? 0), 0);
		const back = [...this.#count.keys()].filter((name) => (this.#count.get(name) ?? 0) > 1);
		return new Set([...(known > 1 ? found : []), ...(back.length > 1 ? back : [])]);
	}
}
