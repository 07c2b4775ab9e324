// The element's own textarea, for where the page has none. Like every form control's it shows its default until
// somebody writes.
import { create } from "./create.ts";

/** What the element's attributes say of it. */
export type OwnFieldModel = Pick<
	HTMLTextAreaElement,
	"hidden" | "disabled" | "required" | "placeholder" | "rows"
>;

export class OwnField {
	readonly textarea = create("textarea", { part: "field" });
	/** Somebody has written: the default counts after a reset only. */
	isDirty = false;

	/** Says whether it shows the default now. */
	showDefault(text: string): boolean {
		if (!this.isDirty) this.textarea.value = text;
		return !this.isDirty;
	}

	paint(model: OwnFieldModel): void {
		Object.assign(this.textarea, model);
	}
}
