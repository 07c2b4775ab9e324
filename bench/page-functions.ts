// What the benchmark's page (bench/page/, in Chromium) offers to the runner (bench/*.js, in Node).
// Times are in milliseconds.

import type { ProfileEvent } from "./breakdown/profile-event.ts";

/** A graph: a file in the embedded model's folder, or its bytes. */
export type GraphSource = { readonly url: string } | { readonly bytes: readonly number[] };

/** Int64 inputs by name. */
export type Feeds = Readonly<
	Record<string, { readonly data: readonly number[]; readonly dims: readonly number[] }>
>;

/** Milliseconds of each step of one text. */
export interface StageTimes {
	/** Words, clauses and structure are found in the text. */
	readonly words: number;
	readonly tokenize: number;
	/** Tokens are cut into windows. */
	readonly window: number;
	/** The model, all windows. */
	readonly infer: number;
	/** Probabilities of tokens become those of words. */
	readonly merge: number;
	/** Crossing to the worker and back, and pauses in which it hears of cancels. */
	readonly messages: number;
	/** Counting LLM tokens: of the whole text, and what each word costs. */
	readonly count: number;
	/** Everything else of the first selection. */
	readonly select: number;
	/** Another rate: what a move of the slider takes. */
	readonly render: number;
}

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
	/** The first selection after scoring, which has ordered the words and counted their LLM tokens. */
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
	/** Scores with the library, which selects ahead in slices, and watches the main thread meanwhile. */
	scoreWatched(text: string): Promise<WatchedScore>;
	/** Selects from the last score at each rate, then with each range pinned at rate 0.5. */
	timeSelections(
		rates: readonly number[],
		pins: readonly (readonly [number, number])[],
	): Promise<SelectTimes>;

	/** Starts a worker with the model; resolves to its wasm threads. */
	openStages(): Promise<number>;
	/** Scores the text with nothing remembered of it, and selects twice. */
	timeStages(text: string): Promise<StageTimes>;

	/**
	 * Runs a graph under the runtime's profiler.
	 *
	 * @param threads undefined: as many as the library takes
	 */
	profileGraph(
		source: GraphSource,
		feeds: Feeds,
		runs: number,
		threads: number | undefined,
	): Promise<{ events: readonly ProfileEvent[]; threads: number }>;
}
