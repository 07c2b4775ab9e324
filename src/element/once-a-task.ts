// Work that is due once for all changes of a task, and done right after it.

export class OnceATask {
	readonly #work: () => void;
	#isDue = false;

	constructor(work: () => void) {
		this.#work = work;
	}

	request(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		queueMicrotask(() => {
			this.#isDue = false;
			this.#work();
		});
	}
}
