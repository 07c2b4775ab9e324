// Which textarea the element works on: the host's that `for` names, or its own.
import { HostTextarea } from "./host-textarea.ts";
import { TextField } from "./text-field.ts";

/**
 * A host that empties its textarea, as chats do when they have sent it, causes no event at all. While something of
 * its text is shown it is looked at this often, in milliseconds.
 */
const glance = 500;

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
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(element: HTMLElement, own: HTMLTextAreaElement, listener: FieldListener) {
		this.#element = element;
		this.#own = own;
		this.#listener = listener;
	}

	/** Null while there is none. */
	get field(): TextField | null {
		return this.#field;
	}

	/** There is a textarea, and its text may be replaced. */
	get canReplace(): boolean {
		return this.#field?.canReplace === true;
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

	/** Looks whether another textarea has taken the place of the one there was. */
	look(): void {
		this.#host?.look();
	}

	/** @param isShown whether something is shown that depends on the host's text as it is */
	watch(isShown: boolean): void {
		const isWanted = isShown && this.#host !== null;
		if (isWanted === (this.#timer !== undefined)) return;
		clearInterval(this.#timer);
		this.#timer = isWanted ? setInterval(() => this.#listener.onField(), glance) : undefined;
	}

	unbind(): void {
		this.watch(false);
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
