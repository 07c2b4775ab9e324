// Finds the textarea that `for` names, now or when the host makes it, in the element's own document or shadow root.
import { isTextarea, rootOf } from "./root-of.ts";

export class HostTextarea {
	readonly #root: Document | ShadowRoot;
	readonly #id: string;
	readonly #observer: MutationObserver;
	readonly #onChange: (textarea: HTMLTextAreaElement | null) => void;
	#current: HTMLTextAreaElement | null;

	/** @param onChange hears of another textarea, or none, in its place; frameworks make them anew */
	constructor(element: Element, id: string, onChange: (textarea: HTMLTextAreaElement | null) => void) {
		this.#root = rootOf(element);
		this.#id = id;
		this.#onChange = onChange;
		this.#current = this.#find();
		this.#observer = new MutationObserver(() => this.look());
		this.#observer.observe(this.#root, { childList: true, subtree: true, attributeFilter: ["id"] });
	}

	get current(): HTMLTextAreaElement | null {
		return this.#current;
	}

	stop(): void {
		this.#observer.disconnect();
	}

	/** Looks at once: the observer tells of a change only when the task that made it has ended. */
	look(): void {
		const found = this.#find();
		if (found === this.#current) return;
		this.#current = found;
		this.#onChange(found);
	}

	#find(): HTMLTextAreaElement | null {
		const found = this.#root.getElementById(this.#id);
		return isTextarea(found) ? found : null;
	}
}
