// What was worked out for the last few sets of choices.
import type { Steps } from "../steps.ts";

/** Values by key, least recently used first out. */
export class Recent<T> {
	readonly #values = new Map<string, T>();
	readonly #limit: number;

	/** @param limit values kept, at least 1 */
	constructor(limit: number) {
		this.#limit = limit;
	}

	/** The value of a key, made if it is not there. */
	*get(key: string, make: () => Steps<T>): Steps<T> {
		const value = this.#values.get(key) ?? (yield* make());
		this.#values.delete(key);
		this.#values.set(key, value);
		const oldest = this.#values.keys().next().value;
		if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest);
		return value;
	}
}
