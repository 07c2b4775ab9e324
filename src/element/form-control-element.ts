// What every form control has, an `<input>` as well as this element: its form, its labels, its validity, a field that
// follows its attributes, and a `<fieldset>` that can disable it.
import type { Draft } from "./draft.ts";
import { FormPart } from "./form-part.ts";
import { OwnField } from "./own-field.ts";
import { ReflectingElement } from "./reflecting-element.ts";

export abstract class FormControlElement extends ReflectingElement {
	/** Tells the browser that it is part of forms. */
	static readonly formAssociated = true;

	/** @internal */
	protected readonly formPart: FormPart = new FormPart(this.attachInternals());
	/** @internal Hidden where the host has a textarea. */
	protected readonly ownField: OwnField = new OwnField();
	#isFormDisabled = false;

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

	/** @internal */
	formDisabledCallback(isDisabled: boolean): void {
		this.#isFormDisabled = isDisabled;
		this.changed();
	}

	/** @internal Called after whatever is shown has changed. */
	protected abstract changed(): void;

	/** @internal */
	protected get hasOwnField(): boolean {
		return !this.hasAttribute("for");
	}

	/** @internal By its own attribute or by its form's `<fieldset>`. */
	protected get isDisabled(): boolean {
		return this.disabled || this.#isFormDisabled;
	}

	/** @internal What the form and the browser's own checks are about is never behind. */
	protected followForm(draft: Draft): void {
		const { hasOwnField, isDisabled, required, placeholder, rows } = this;
		this.ownField.paint({ hidden: !hasOwnField, disabled: isDisabled, required, placeholder, rows });
		this.formPart.submit(draft);
		this.formPart.validate(hasOwnField ? this.ownField.textarea : null);
	}
}
