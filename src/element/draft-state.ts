// A draft as the string that a browser keeps of a form, and back: a page that is restored has the way to the original.
import { type Draft, emptyDraft, type Replacement, type ShortText } from "./draft.ts";

/** For the browser's restoring of a form's state. */
export function draftToState(draft: Draft): string {
	return JSON.stringify(draft);
}

/** The empty draft for what no element of this version wrote; what is wrong with the rest leaves the source. */
export function draftFromState(state: unknown): Draft {
	if (typeof state !== "string") return emptyDraft;
	try {
		const { source, short, earlier, inForce }: Partial<Draft> = JSON.parse(state) ?? {};
		if (typeof source !== "string") return emptyDraft;
		const isWhole =
			Array.isArray(earlier) &&
			earlier.every(isReplacement) &&
			Number.isInteger(inForce) &&
			Number(inForce) >= 0 &&
			Number(inForce) <= earlier.length &&
			(short === null || (isShortText(short) && Number(inForce) > 0));
		return isWhole ? { source, short, earlier, inForce: Number(inForce) } : { ...emptyDraft, source };
	} catch {
		return emptyDraft;
	}
}

function isShortText(value: Partial<ShortText> | null | undefined): value is ShortText {
	return typeof value?.text === "string" && typeof value.tokens === "number";
}

function isReplacement(value: Partial<Replacement> | null): boolean {
	return (
		typeof value?.original === "string" &&
		Array.isArray(value.compressed) &&
		value.compressed.every(isShortText)
	);
}
