// A pause in what somebody does: its end is told once nothing has happened for a while.

export class Pause {
	readonly #length: number;
	readonly #onEnd: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param length milliseconds */
	constructor(length: number, onEnd: () => void) {
		this.#length = length;
		this.#onEnd = onEnd;
	}

	/** It has begun, and its end is not told yet. */
	get isRunning(): boolean {
		return this.#timer !== undefined;
	}

	/** It begins, anew where it had begun. */
	start(): void {
		this.stop();
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#onEnd();
		}, this.#length);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
