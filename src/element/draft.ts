// What becomes of a person's text: typed, replaced by its short form, given back. Pure; the one place that decides
// what the source is and whether it can be had back.

/** The text before and after it was replaced. */
export interface Replacement {
	readonly original: string;
	readonly compressed: string;
}

export interface Draft {
	/** The person's text; what is compressed. */
	readonly source: string;
	/** The field shows the short form of `source` in its place. */
	readonly applied: boolean;
	/** The latest replacement, while it can be taken back (or, after that, made again by the browser's redo). */
	readonly replaced: Replacement | null;
}

export const emptyDraft: Draft = { source: "", applied: false, replaced: null };

/** What stands in the field, and is submitted. */
export function fieldText({ source, applied, replaced }: Draft): string {
	return applied && replaced !== null ? replaced.compressed : source;
}

/** Whether there is an original that the field does not show. */
export function canUndo(draft: Draft): boolean {
	return draft.replaced !== null && fieldText(draft) !== draft.replaced.original;
}

/**
 * The field's text is `text` now, by the person or by the host. The browser's own undo and redo arrive here too: they
 * lead back to the original or the short form, and the draft goes with them. Anything else is a new source; the
 * original stays within reach until the field is emptied.
 */
export function typed(draft: Draft, text: string): Draft {
	const { replaced } = draft;
	if (text === fieldText(draft)) return draft;
	if (replaced !== null && text === replaced.compressed) {
		return { source: replaced.original, applied: true, replaced };
	}
	if (replaced !== null && text === replaced.original) return { source: text, applied: false, replaced };
	return { source: text, applied: false, replaced: text !== "" && canUndo(draft) ? replaced : null };
}

/** The person takes the short form. */
export function applied(draft: Draft, compressed: string): Draft {
	return { source: draft.source, applied: true, replaced: { original: draft.source, compressed } };
}

/** The person takes the original back. Changes nothing where there is none. */
export function undone(draft: Draft): Draft {
	const { replaced } = draft;
	return replaced === null ? draft : { source: replaced.original, applied: false, replaced };
}

/** For the browser's restoring of a form's state. */
export function draftToState(draft: Draft): string {
	return JSON.stringify(draft);
}

/** The empty draft for what no element of this version wrote. */
export function draftFromState(state: unknown): Draft {
	if (typeof state !== "string") return emptyDraft;
	try {
		const { source, applied, replaced }: Partial<Draft> = JSON.parse(state) ?? {};
		if (typeof source !== "string") return emptyDraft;
		const known = typeof replaced?.original === "string" && typeof replaced.compressed === "string";
		return { source, applied: known && applied === true, replaced: known ? replaced : null };
	} catch {
		return emptyDraft;
	}
}
