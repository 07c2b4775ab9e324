// What scoring answered for the last few texts: a second rate, an undo, or an earlier question asks the
// model nothing.
import type { ScoreInput } from "../bridge/worker-interface.ts";

/** Entries kept, and the UTF-16 code units of all of them together; the newest is kept whatever its length. */
const defaultLimits = { entries: 16, codeUnits: 16 * 1024 * 1024 };

interface Entry<T> extends ScoreInput {
	readonly value: T;
}

/** Values by text and question, least recently used first out. */
export class TextCache<T> {
	/** From least to most recently used. Few enough to look through; a joined key would copy every text. */
	#entries: Entry<T>[] = [];
	readonly #limits: typeof defaultLimits;

	constructor(limits = defaultLimits) {
		this.#limits = limits;
	}

	get(input: ScoreInput): T | undefined {
		const found = this.#take(input);
		if (found) this.#entries.push(found);
		return found?.value;
	}

	set({ text, question }: ScoreInput, value: T): void {
		this.#take({ text, question });
		this.#entries.push({ text, question, value });
		while (this.#entries.length > 1 && this.#isFull()) this.#entries.shift();
	}

	clear(): void {
		this.#entries = [];
	}

	/** Takes the entry out. */
	#take({ text, question }: ScoreInput): Entry<T> | undefined {
		const at = this.#entries.findIndex((entry) => entry.text === text && entry.question === question);
		return at === -1 ? undefined : this.#entries.splice(at, 1)[0];
	}

	#isFull(): boolean {
		const codeUnits = this.#entries.reduce(
			(sum, { text, question = "" }) => sum + text.length + question.length,
			0,
		);
		return this.#entries.length > this.#limits.entries || codeUnits > this.#limits.codeUnits;
	}
}
