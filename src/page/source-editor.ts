// The text field of the source. Small edits go through it untouched; a huge paste is taken around it,
// because a browser needs seconds to lay out megabytes in a text field, and goes to the review.
import { byId } from "./dom.ts";
import type { SourceDocument } from "./source-document.ts";
import type { SourceTabs } from "./source-tabs.ts";

/** Code units from which a text is first shown in the review rather than in the text field. */
const hugeText = 300_000;

const field = byId("source-text", HTMLTextAreaElement);
const empty = byId("empty-source", HTMLElement);
const clear = byId("clear", HTMLButtonElement);

function isPaste(event: Event): boolean {
	return event instanceof InputEvent && /^insertFrom(Paste|Drop)$/.test(event.inputType);
}

export function wireSourceEditor(source: SourceDocument, tabs: SourceTabs): void {
	function paint(): void {
		if (source.text.length >= hugeText && source.origin !== "typed") tabs.show("review", { focus: true });
		if (field.value !== source.text) {
			field.value = source.text;
			// A text that came from elsewhere is read from its beginning; browsers put the caret at its end.
			field.setSelectionRange(0, 0);
		}
		empty.hidden = source.text !== "";
		clear.disabled = source.text === "";
		tabs.reviewable = source.text !== "";
	}

	let selected = 0;
	field.addEventListener("beforeinput", () => {
		selected = field.selectionEnd - field.selectionStart;
	});
	field.addEventListener("input", (event) => {
		const { value } = field;
		const added = value.length - (source.text.length - selected);
		// A paste that makes up at least half of the text is a new text to review, a smaller one is an edit.
		source.edit(value, isPaste(event) && added >= value.length / 2 ? "pasted" : "typed");
	});
	field.addEventListener("paste", (event) => {
		const pasted = event.clipboardData?.getData("text/plain") ?? "";
		if (pasted.length < hugeText) return;
		event.preventDefault();
		const { selectionStart, selectionEnd, value } = field;
		const text = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
		// The field's own undo does not know of this paste.
		source.replace(text, "Replaced by the pasted text.");
	});
	clear.addEventListener("click", () => {
		source.replace("", "Cleared.");
		tabs.show("edit", { focus: true });
	});
	source.addEventListener("text", paint);
	paint();
}

/** Puts the caret before `offset`, in view. */
export function editAt(tabs: SourceTabs, offset: number): void {
	tabs.show("edit");
	field.setSelectionRange(offset, offset);
	// Browsers scroll to the caret when the field gets the focus, not when the selection is set.
	field.blur();
	field.focus();
}
