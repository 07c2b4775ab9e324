// The main thread's tasks of 50 ms and more, as the browser reports them.

/**
 * Begins to watch, in a task of the page's own: what a debugger calls is no task to the browser. `end` resolves to the
 * durations in milliseconds.
 */
export async function watchLongTasks(): Promise<{ end(): Promise<readonly number[]> }> {
	const durations: number[] = [];
	const note = (entries: PerformanceEntryList) => durations.push(...entries.map(({ duration }) => duration));
	const observer = new PerformanceObserver((list) => note(list.getEntries()));
	observer.observe({ type: "longtask" });
	await new Promise((resolve) => setTimeout(resolve));
	return {
		async end() {
			// A task is reported only after it has ended.
			await new Promise((resolve) => setTimeout(resolve, 100));
			note(observer.takeRecords());
			observer.disconnect();
			return durations;
		},
	};
}
