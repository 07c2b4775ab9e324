// Which textarea the element works on: the host's that `for` names, or its own.
import { HostTextarea } from "./host-textarea.ts";
import { TextField } from "./text-field.ts";

export interface FieldListener {
	/** The text may have changed, or stand in another textarea. */
	onField(): void;
	/** There is no textarea of that id though there has been time to make one. */
	onMissing(id: string): void;
}

export class FieldBinding {
	readonly #element: HTMLElement;
	readonly #own: HTMLTextAreaElement;
	readonly #listener: FieldListener;
	#host: HostTextarea | null = null;
	#field: TextField | null = null;

	constructor(element: HTMLElement, own: HTMLTextAreaElement, listener: FieldListener) {
		this.#element = element;
		this.#own = own;
		this.#listener = listener;
	}

	/** Null while there is none. */
	get field(): TextField | null {
		return this.#field;
	}

	/** @param id of the host's textarea; null: the element's own */
	bind(id: string | null): void {
		this.unbind();
		if (id === null) {
			this.#bindTo(this.#own);
			return;
		}
		const host = new HostTextarea(this.#element, id, (textarea) => this.#bindTo(textarea));
		this.#host = host;
		this.#bindTo(host.current);
		const tellMissing = () => {
			if (this.#host === host && host.current === null) this.#listener.onMissing(id);
		};
		// A framework makes the textarea in the same task, a parser before the end of the document.
		const { ownerDocument } = this.#element;
		if (ownerDocument.readyState === "loading") {
			ownerDocument.addEventListener("DOMContentLoaded", () => setTimeout(tellMissing), { once: true });
		} else setTimeout(tellMissing);
	}

	unbind(): void {
		this.#host?.stop();
		this.#host = null;
		this.#field?.release();
		this.#field = null;
	}

	#bindTo(textarea: HTMLTextAreaElement | null): void {
		this.#field?.release();
		this.#field = textarea && new TextField(textarea, () => this.#listener.onField());
		this.#listener.onField();
	}
}
