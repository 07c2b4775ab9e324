// Listeners that callers give: what they throw stops nothing.

/** Calls a listener if there is one; its error is reported like any uncaught one. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
	try {
		listener?.(event);
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}
