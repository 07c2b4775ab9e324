// What every form control has, an `<input>` as well as this element: its form, its labels, its validity.
import { FormPart } from "./form-part.ts";
import { ReflectingElement } from "./reflecting-element.ts";

export class FormControlElement extends ReflectingElement {
	static readonly formAssociated = true;

	protected readonly formPart: FormPart = new FormPart(this.attachInternals());

	get type(): string {
		return "prompt-sieve";
	}

	get form(): HTMLFormElement | null {
		return this.formPart.internals.form;
	}

	get labels(): NodeList {
		return this.formPart.internals.labels;
	}

	get validity(): ValidityState {
		return this.formPart.internals.validity;
	}

	get validationMessage(): string {
		return this.formPart.internals.validationMessage;
	}

	get willValidate(): boolean {
		return this.formPart.internals.willValidate;
	}

	checkValidity(): boolean {
		return this.formPart.internals.checkValidity();
	}

	reportValidity(): boolean {
		return this.formPart.internals.reportValidity();
	}
}
