// What becomes of a person's text: typed, replaced by its short form, given back. Pure; the one place that decides
// what the source is and whether it can be had back.

/** A short text that stands, or stood, in the place of a source. */
export interface ShortText {
	readonly text: string;
	/** LLM tokens. */
	readonly tokens: number;
}

/** A source and the short texts that have taken its place, one after the other, as the amount was moved. */
export interface Replacement {
	readonly original: string;
	readonly compressed: readonly ShortText[];
}

export interface Draft {
	/** The person's text; what is compressed. */
	readonly source: string;
	/** What the field shows in place of `source`; null: `source` itself. */
	readonly short: ShortText | null;
	/** All replacements, oldest first: an edit of a short text, shortened again, makes another one. */
	readonly earlier: readonly Replacement[];
	/** So many of them are in force, and can be taken back, the latest first; the browser's redo brings back the rest. */
	readonly inForce: number;
}

export const emptyDraft: Draft = { source: "", short: null, earlier: [], inForce: 0 };

/** What stands in the field, and is submitted. */
export function fieldText({ source, short }: Draft): string {
	return short?.text ?? source;
}

/** Whether there is an original that the field does not show. */
export function canUndo(draft: Draft): boolean {
	return draft.inForce > 0;
}

/**
 * The field's text is `text` now, by the person or by the host. The browser's own undo and redo arrive here too: they
 * lead to any of the originals or short forms, and the draft goes with them. Anything else is a new source; the
 * originals stay within reach until the field is emptied.
 */
export function typed(draft: Draft, text: string): Draft {
	if (text === fieldText(draft)) return draft;
	if (text === "") return emptyDraft;
	const { earlier } = draft;
	for (const [at, { original, compressed }] of [...earlier.entries()].reverse()) {
		const short = compressed.find((each) => each.text === text);
		if (short) return { source: original, short, earlier, inForce: at + 1 };
		if (text === original) return { source: text, short: null, earlier, inForce: at };
	}
	return { ...draft, source: text, short: null };
}

/** The person takes the short form. One that is the source itself takes the place of nothing. */
export function applied(draft: Draft, short: ShortText): Draft {
	const { source, earlier } = draft;
	// In place of another short form of the same source: the way back is the same.
	const inForce = draft.short === null ? draft.inForce : draft.inForce - 1;
	if (short.text === source) return { ...draft, short: null, inForce };
	const same = earlier[inForce]?.original === source ? (earlier[inForce]?.compressed ?? []) : [];
	const compressed = [...same.filter(({ text }) => text !== short.text), short];
	return {
		source,
		short,
		earlier: [...earlier.slice(0, inForce), { original: source, compressed }],
		inForce: inForce + 1,
	};
}

/** The person takes the latest original back. Changes nothing where there is none. */
export function undone(draft: Draft): Draft {
	const { earlier } = draft;
	const inForce = draft.inForce - 1;
	const replacement = earlier[inForce];
	return replacement ? { source: replacement.original, short: null, earlier, inForce } : draft;
}
