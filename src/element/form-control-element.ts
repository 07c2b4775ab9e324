// What every form control has, an `<input>` as well as this element: its form, its labels, its validity.
import { FormPart } from "./form-part.ts";
import { ReflectingElement } from "./reflecting-element.ts";

export class FormControlElement extends ReflectingElement {
	/** Tells the browser that it is part of forms. */
	static readonly formAssociated = true;

	/** @internal */
	protected readonly formPart: FormPart = new FormPart(this.attachInternals());

	/** As of a form control: `"prompt-sieve"`. */
	get type(): string {
		return "prompt-sieve";
	}

	/** The form that it belongs to. */
	get form(): HTMLFormElement | null {
		return this.formPart.internals.form;
	}

	/** Its labels. */
	get labels(): NodeList {
		return this.formPart.internals.labels;
	}

	/** As of a form control. */
	get validity(): ValidityState {
		return this.formPart.internals.validity;
	}

	/** As of a form control. */
	get validationMessage(): string {
		return this.formPart.internals.validationMessage;
	}

	/** As of a form control. */
	get willValidate(): boolean {
		return this.formPart.internals.willValidate;
	}

	/** As of a form control. */
	checkValidity(): boolean {
		return this.formPart.internals.checkValidity();
	}

	/** As of a form control. */
	reportValidity(): boolean {
		return this.formPart.internals.reportValidity();
	}
}
