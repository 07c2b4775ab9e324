// Leaves the element's events behind for the tests, in the order they came.
export interface RecordedEvent {
	readonly type: string;
	readonly id: string;
	readonly detail: unknown;
}

export function recordEvents(): void {
	const events: RecordedEvent[] = [];
	const types = ["load", "progress", "result", "error", "apply", "undo"] as const;
	for (const type of types) {
		document.addEventListener(`sieve-${type}`, (event) => {
			const id = event.target instanceof Element ? event.target.id : "";
			const detail =
				"error" in event.detail
					? {
							attribute: event.detail.attribute,
							code: event.detail.error.code,
							message: event.detail.error.message,
						}
					: event.detail;
			events.push({ type: event.type, id, detail });
		});
	}
	Reflect.set(globalThis, "events", events);
}
