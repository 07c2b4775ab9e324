// What segment finds, collected in text order; emphasis and link openers wait here for their closer.
import type { ProtectKind } from "../word-table.ts";

/**
 * How the words of a segment are cut:
 *
 * - `whole`: the segment is one word.
 * - `inside`: split like prose, every word carrying the segment's kind.
 * - `marker`, `open`, `close`: one word of that {@link wordKind}.
 */
export type SegmentRole = "whole" | "inside" | "marker" | "open" | "close";

/** A protected span `[start, end)` in UTF-16 code units. */
export interface Segment {
	readonly start: number;
	readonly end: number;
	/** `null`: not protected, only cut as its role says. */
	readonly kind: Exclude<ProtectKind, "negation"> | null;
	readonly role: SegmentRole;
}

interface Opener {
	readonly index: number;
	readonly mark: string;
}

/** How many unmatched openers are looked at for a closer: keeps hostile input linear. */
const openersSeen = 24;

export class SegmentList {
	/** Where each closing mark that was sought stands next, so that no text is searched twice. */
	readonly closers = new Map<string, number>();
	readonly #found: (Segment | null)[] = [];
	#openers: Opener[] = [];
	#pending = 0;
	/** For each string that was looked for, where it stands next. */
	readonly #next = new Map<string, number>();
	/** Where the present CDATA section ends, or -1. */
	sectionEnd = -1;

	/** Where the last confirmed or possible segment ends. */
	get end(): number {
		for (let at = this.#found.length - 1; at >= 0; at--) {
			const last = this.#found[at];
			if (last) return last.end;
		}
		return 0;
	}

	/** Where `string` stands next from `from` on, or -1; asked in text order it takes time linear in the text. */
	next(text: string, string: string, from: number): number {
		const known = this.#next.get(string);
		if (known !== undefined && (known < 0 || known >= from)) return known;
		const place = text.indexOf(string, from);
		this.#next.set(string, place);
		return place;
	}

	push(kind: Segment["kind"], start: number, end: number, role: SegmentRole = "whole"): void {
		this.#found.push({ start, end, kind, role });
	}

	/** Notes a mark that is markup only if {@link close} finds it. */
	open(mark: string, start: number, end: number): void {
		this.#openers.push({ index: this.#found.length, mark });
		this.#found.push({ start, end, kind: "markup", role: "open" });
		this.#pending++;
	}

	/** Turns the last opener of `mark` into markup; openers behind it are plain text. False if there is none. */
	close(mark: string): boolean {
		const oldest = Math.max(0, this.#openers.length - openersSeen);
		for (let at = this.#openers.length - 1; at >= oldest; at--) {
			if (this.#openers[at]?.mark !== mark) continue;
			this.#discard(at + 1);
			this.#openers.pop();
			return true;
		}
		return false;
	}

	/** Makes the last opener of `mark` plain text: its closer turned out to be plain. */
	forget(mark: string): void {
		const at = this.#openers.length - 1;
		const last = this.#openers[at];
		if (last?.mark === mark) this.#discard(at);
	}

	/** Ends a paragraph: openers without closer are plain text. */
	endParagraph(): void {
		if (this.#openers.length > 0) this.#discard(0);
	}

	#discard(from: number): void {
		for (const opener of this.#openers.splice(from)) this.#found[opener.index] = null;
	}

	finish(): Segment[] {
		this.endParagraph();
		return this.#pending === 0 ? (this.#found as Segment[]) : this.#found.filter((found) => found !== null);
	}
}
