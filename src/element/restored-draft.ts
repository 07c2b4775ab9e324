// What the browser kept of the host's textarea. It restores the textarea as well, before or after it tells of this.
import { type Draft, fieldText } from "./draft.ts";

export class RestoredDraft {
	#draft: Draft | null = null;

	/** Waits for the textarea to have the draft's text, looking whenever a browser may have restored it. */
	wait(draft: Draft, view: Window | null, look: () => void): void {
		this.#draft = draft;
		look();
		setTimeout(look);
		view?.addEventListener("pageshow", look, { once: true });
	}

	/** The draft, once, if this is the text that it left in the textarea; else null. */
	takeFor(text: string): Draft | null {
		const draft = this.#draft;
		if (draft === null || fieldText(draft) !== text) return null;
		this.#draft = null;
		return draft;
	}
}
