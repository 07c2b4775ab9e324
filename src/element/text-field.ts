// A textarea, the element's own or the host's: its text, whoever changed it, and replacing it so that the browser's
// own undo gives the original back.

/** Longer texts are replaced at once: as one edit, Chromium takes seconds for them. */
const longestEdit = 200_000;

export class TextField {
	readonly textarea: HTMLTextAreaElement;
	readonly #listening = new AbortController();

	/** @param onChange the text may have changed: by typing, by undo, by the host, with or without an event of its own */
	constructor(textarea: HTMLTextAreaElement, onChange: () => void) {
		this.textarea = textarea;
		const { signal } = this.#listening;
		// A text that the host sets comes without an event, but it moves the selection.
		for (const type of ["input", "change", "selectionchange", "focus", "blur"]) {
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
		return !this.textarea.disabled && !this.textarea.readOnly;
	}

	/** As a program: no event, no undo. */
	set(text: string): void {
		setValue(this.textarea, text);
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

/** The only edit by a script that browsers can undo is made through the focused field's selection. */
function edit(textarea: HTMLTextAreaElement, text: string): void {
	const focused = activeElement(textarea.ownerDocument);
	textarea.focus({ preventScroll: true });
	textarea.select();
	textarea.ownerDocument.execCommand(text === "" ? "delete" : "insertText", false, text);
	if (focused instanceof HTMLElement && focused !== textarea) focused.focus({ preventScroll: true });
}

/** The focused element, however deep in shadow trees. */
function activeElement(document: Document): Element | null {
	let active = document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	return active;
}

/** React replaces the `value` of its own textareas to learn what it wrote itself; a person's text must go past that. */
function setValue(textarea: HTMLTextAreaElement, text: string): void {
	Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(textarea, text);
}
