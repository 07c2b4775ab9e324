// A textarea, the element's own or the host's: its text, whoever changed it, and replacing it so that the browser's
// own undo gives the original back.

import { rootOf } from "./root-of.ts";

/** Longer texts are replaced at once: as one edit, Chromium takes seconds for them. */
const longestEdit = 200_000;

export class TextField {
	readonly textarea: HTMLTextAreaElement;
	readonly #listening = new AbortController();

	/** @param onChange the text may have changed: by typing, by undo, by its form */
	constructor(textarea: HTMLTextAreaElement, onChange: () => void) {
		this.textarea = textarea;
		const { signal } = this.#listening;
		for (const type of ["input", "change", "focus", "blur"]) {
			textarea.addEventListener(type, onChange, { signal });
		}
		const afterForm = ({ target }: Event) => {
			if (target === textarea.form) setTimeout(onChange);
		};
		// A form clears or sends its fields after these events.
		textarea.ownerDocument.addEventListener("reset", afterForm, { signal });
		textarea.ownerDocument.addEventListener("submit", afterForm, { signal });
	}

	get text(): string {
		return this.textarea.value;
	}

	get canReplace(): boolean {
		return !this.textarea.matches(":disabled") && !this.textarea.readOnly;
	}

	/** As the person: an `input` event, and the browser's undo leads back. The focus stays where it is. */
	replace(text: string): void {
		const { textarea } = this;
		if (textarea.value === text) return;
		if (Math.max(text.length, textarea.value.length) <= longestEdit) edit(textarea, text);
		if (textarea.value === text) return;
		// The host refused the edit, or cut it short, or the text is long.
		setValue(textarea, text);
		textarea.dispatchEvent(
			new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }),
		);
	}

	release(): void {
		this.#listening.abort();
	}
}

/**
 * The only edit by a script that browsers can undo is made through the focused field's selection. A field that is
 * hidden or inert takes no focus, and a page may send the focus elsewhere: the edit would go into another field.
 */
function edit(textarea: HTMLTextAreaElement, text: string): void {
	const { ownerDocument } = textarea;
	const root = rootOf(textarea);
	const focused = activeElement(root, ownerDocument);
	textarea.focus({ preventScroll: true });
	if (root.activeElement === textarea) {
		textarea.select();
		ownerDocument.execCommand(text === "" ? "delete" : "insertText", false, text);
	}
	const now = activeElement(root, ownerDocument);
	if (now === focused) return;
	if (focused === ownerDocument.body) now?.blur();
	else focused?.focus({ preventScroll: true });
}

/** The focused element, however deep in shadow trees; a closed one is seen from within only. */
function activeElement(root: Document | ShadowRoot, document: Document): HTMLElement | null {
	let active = root.activeElement ?? document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	return isFocusable(active) ? active : null;
}

/**
 * Sets the text as a program does: no event, no undo. React puts a `value` of its own over a textarea's, to learn what
 * it wrote itself; this goes past it.
 */
export function setValue(textarea: HTMLTextAreaElement, text: string): void {
	Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(textarea, text);
}

/** Of any frame's document. */
function isFocusable(element: Element | null): element is HTMLElement {
	return element !== null && "focus" in element;
}
