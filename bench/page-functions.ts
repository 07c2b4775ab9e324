// What the benchmark's page (bench/page/, in Chromium) offers to the runner (bench/*.js, in Node).
// Times are in milliseconds.

interface TimedScore {
	/** From the call to the answer, seen by the main thread. */
	readonly totalMs: number;
	/** Sum over the windows of the time the runtime took. */
	readonly modelMs: number;
	readonly windows: number;
	readonly windowsRun: number;
}

interface WatchedScore {
	readonly scoreMs: number;
	/** Longest task of the main thread; 0 if none reached 50 ms, below which browsers report nothing. */
	readonly longestTaskMs: number;
}

interface SelectTimes {
	/** The first selection after scoring, which orders the words and counts their LLM tokens. */
	readonly firstMs: number;
	/** One a rate. */
	readonly moveMs: readonly number[];
	/** One a pin, each of which makes a new order. */
	readonly pinMs: readonly number[];
}

export interface PageFunctions {
	/** Starts a worker with that many wasm threads and loads the model; resolves to the threads really used. */
	openWindowRunner(modelFile: string, threads: number): Promise<number>;
	/** Runs one window of token ids in that worker. */
	runWindow(threads: number, ids: readonly number[]): Promise<number>;

	/** Starts the library's worker with a stopwatch on the model. */
	openTimedWorker(): Promise<void>;
	scoreTimed(text: string): Promise<TimedScore>;

	/** Loads the library; resolves to the time from nothing to a loaded model. */
	openLibrary(): Promise<number>;
	/** Scores with the library, and watches the main thread meanwhile. */
	scoreWatched(text: string): Promise<WatchedScore>;
	/** Selects from the last score at each rate, then with each range pinned at rate 0.5. */
	timeSelections(
		rates: readonly number[],
		pins: readonly (readonly [number, number])[],
	): Promise<SelectTimes>;
}
