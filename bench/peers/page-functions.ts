// What the pages of both engines (bench/peers/page/, in Chromium) offer to the runner (bench/peers/*.js, in Node).

/** A compression seen by the person who waits for it. */
export interface Shown {
	/** From the call to the painted result. */
	readonly paintedMs: number;
	/** The main thread's tasks of 50 ms and more meanwhile. */
	readonly longTaskMs: readonly number[];
}

export interface OpenRequest {
	/** Below `models/` of the server, or `"embedded"`: the file that ships. */
	readonly folder: string;
	/** A number for engines that must be told; absent: the engine's own choice. */
	readonly threads?: number;
}

export interface EnginePage {
	/** Loads the model; resolves to what the engine then says of itself. */
	open(request: OpenRequest): Promise<{ readonly threads: number }>;
	/** Resolves to the compressed text. */
	compress(text: string, rate: number): Promise<string>;
}

/** `globalThis.bench` of the pages. */
export interface PeerPageFunctions {
	open(request: OpenRequest): Promise<{ readonly threads: number; readonly loadMs: number }>;
	/** Resolves to milliseconds. */
	time(text: string, rate: number): Promise<number>;
	/** Compresses and shows the result in the page. */
	show(text: string, rate: number): Promise<Shown>;
}

/** Set by the runner before the page's scripts run: the page opens the model and compresses the text by itself. */
export interface FirstVisit extends OpenRequest {
	readonly text: string;
}

/** `globalThis.firstResult` of such a page resolves to it. */
export interface FirstResult {
	/** From the navigation's start to the painted result. */
	readonly milliseconds: number;
	/** What the engine took by itself. */
	readonly threads: number;
}
