// A value that others watch: the page's whole state is a handful of these, wired in main.ts.

export interface Observable<T> {
	readonly value: T;
	/** Sets the value and tells every listener; the same value again tells nobody. */
	set(next: T): void;
	/** Calls `listener` at every change from now on. */
	subscribe(listener: (value: T) => void): void;
	/** Calls `listener` now and at every change. */
	watch(listener: (value: T) => void): void;
}

export function observable<T>(initial: T): Observable<T> {
	let value = initial;
	const listeners: ((value: T) => void)[] = [];
	return {
		get value() {
			return value;
		},
		set(next) {
			if (Object.is(next, value)) return;
			value = next;
			for (const listener of listeners) listener(value);
		},
		subscribe(listener) {
			listeners.push(listener);
		},
		watch(listener) {
			listeners.push(listener);
			listener(value);
		},
	};
}
