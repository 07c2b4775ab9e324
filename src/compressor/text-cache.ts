// What scoring answered for the last few texts: a second rate, or an undo, asks the model nothing.

/** Texts kept, and the UTF-16 code units of all of them together; the newest is kept whatever its length. */
const defaultLimits = { entries: 16, codeUnits: 16 * 1024 * 1024 };

/** Values by text, least recently used first out. */
export class TextCache<T> {
	readonly #entries = new Map<string, T>();
	readonly #limits: typeof defaultLimits;
	#codeUnits = 0;

	constructor(limits = defaultLimits) {
		this.#limits = limits;
	}

	get(text: string): T | undefined {
		const found = this.#entries.get(text);
		if (found !== undefined) {
			// A Map iterates in insertion order, so moving an entry to its end marks it as recent.
			this.#entries.delete(text);
			this.#entries.set(text, found);
		}
		return found;
	}

	set(text: string, value: T): void {
		if (this.#entries.delete(text)) this.#codeUnits -= text.length;
		this.#entries.set(text, value);
		this.#codeUnits += text.length;
		for (const oldest of this.#entries.keys()) {
			const full = this.#entries.size > this.#limits.entries || this.#codeUnits > this.#limits.codeUnits;
			if (!full || oldest === text) break;
			this.#entries.delete(oldest);
			this.#codeUnits -= oldest.length;
		}
	}

	clear(): void {
		this.#entries.clear();
		this.#codeUnits = 0;
	}
}
