// What the evaluation's page (page/, in Chromium) offers to the runner (browser.js, in Node).
// Positions are in UTF-16 code units.

/** A text to score, with the rates to select at. */
export interface Item {
	readonly text: string;
	readonly question?: string;
	readonly rates: readonly number[];
}

/** A text whose words get scores from elsewhere: for each ranking one number a word. */
export interface RankedItem {
	readonly text: string;
	readonly scores: Readonly<Record<string, readonly number[]>>;
	readonly rates: readonly number[];
}

export interface Kept {
	/** One character a word: `1` kept, `0` dropped. */
	readonly words: string;
	/** LLM tokens of the result. */
	readonly tokens: number;
}

/** By name: `bare 0.33`, `guards 0.5`; of a ranking `rarity bare 0.33`. */
export type Selections = Record<string, Kept>;

/** One number a word in each list; `reason`, `kind` and `clause` as core's `WordTable` has them. */
export interface Words {
	readonly start: number[];
	readonly end: number[];
	readonly reason: number[];
	readonly kind: number[];
	readonly clause: number[];
	/** LLM tokens of the text. */
	readonly tokens: number;
}

export interface Scored {
	/** One number a word. */
	readonly keep: number[];
	readonly selections: Selections;
}

export interface PageFunctions {
	/** Loads the library's embedded model; resolves to what `load` says of it. */
	open(): Promise<{ model: string; device: string; dtype: string; threads: number }>;
	/** The words that core finds; no model is asked. */
	words(text: string): Promise<Words>;
	/** Scores with the library and selects with it. */
	score(item: Item): Promise<Scored>;
	/** Selects by other scores with the same core. */
	select(item: RankedItem): Promise<Selections>;
}
