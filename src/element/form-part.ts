// The element as a part of a form: what is submitted, what the browser keeps to restore, whether it may be sent.
import { type Draft, fieldText } from "./draft.ts";
import { draftToState } from "./draft-state.ts";

export class FormPart {
	readonly internals: ElementInternals;
	#submitted: Draft | null = null;

	constructor(internals: ElementInternals) {
		this.internals = internals;
	}

	/** Submits what the field shows: the source, or the short text once the person has applied it. */
	submit(draft: Draft): void {
		if (draft === this.#submitted) return;
		this.#submitted = draft;
		this.internals.setFormValue(fieldText(draft), draftToState(draft));
	}

	/** @param field the element's own; null: the host's textarea speaks for itself */
	validate(field: HTMLTextAreaElement | null): void {
		if (field === null || field.validity.valid) this.internals.setValidity({});
		else this.internals.setValidity(field.validity, field.validationMessage, field);
	}

	/** The text of all labels, or `""`. */
	get label(): string {
		return [...this.internals.labels]
			.map((label) => label.textContent?.trim() ?? "")
			.filter((text) => text !== "")
			.join(" ");
	}
}
