// What `npm run bench:peers` writes into bench/results/peers.json. Seconds, bytes and LLM tokens (o200k_base)
// everywhere. `null` is never a guess: the row's `note` says why there is no number.

export type EngineName =
	/** This library in Chromium, on wasm. */
	| "promptsieve"
	/** `@atjsh/llmlingua-2` in the same Chromium, on wasm, as its README calls it. */
	| "llmlingua-2-js"
	/** Python's `llmlingua` with PyTorch on the CPU. */
	| "llmlingua-python"
	/** This library in Node, on onnxruntime's native build: the same windows without wasm. */
	| "promptsieve-native";

export interface ModelFacts {
	/** `"embedded"`, `"tinybert"`, `"mobilebert"`, `"mbert-base"`, `"xlm-r-large"`. */
	readonly model: string;
	/** For people: `"TinyBERT shape, 4 layers × 312"`. */
	readonly title: string;
	/** `"trained"`: the embedded model. `"random"`: weights that say nothing, in a published model's shape. */
	readonly weights: "trained" | "random";
	readonly dtype: string;
	/** Of the ONNX graph with its weights. */
	readonly graphBytes: number;
}

interface Measured {
	readonly engine: EngineName;
	readonly model: string;
	/** Of the weights that this engine ran: `"fp32"`, `"int8"`. */
	readonly dtype: string;
	readonly device: "wasm" | "cpu";
	readonly threads: number;
	/** Why a number is `null`: `"not measured"`, or `"cannot load it: <what the engine said>"`. */
	readonly note: string | null;
}

/** One text of one length through one engine: the median of `repeats` texts of that length. */
export interface SpeedRow extends Measured {
	/** LLM tokens, as asked for: 1000, 4000, 16000, 64000. */
	readonly tokens: number;
	/** From the call to the compressed text at rate 0.5, the model already loaded. */
	readonly seconds: number | null;
	readonly bestSeconds: number | null;
	readonly worstSeconds: number | null;
	readonly repeats: number;
	/** Compressing the same text once more, at rate 0.33. */
	readonly secondRateSeconds: number | null;
	/** Highest memory of the engine's process so far, from before it loaded the model; shorter texts came first. */
	readonly peakMemoryBytes: number | null;
}

/** Once for each engine, model and number of threads. */
export interface LoadRow extends Measured {
	/** From nothing to a loaded model, over the loopback or from disk. */
	readonly loadSeconds: number | null;
	/** What the server sent until then, page and runtime included; `null` of engines that read from disk. */
	readonly downloadBytes: number | null;
}

/** From opening the page to the first result on screen, each engine with what it gives by default. */
export interface ShippedRow extends Measured {
	/** `"cold"`: an empty browser. `"warm"`: the page is opened again. */
	readonly cache: "cold" | "warm";
	/** Of the link, in Mbit/s; the link of both visits. */
	readonly megabits: number;
	readonly tokens: number;
	readonly seconds: number | null;
	readonly bestSeconds: number | null;
	readonly worstSeconds: number | null;
	readonly repeats: number;
	readonly downloadBytes: number | null;
}

/** What a person waits for once the text is there. promptsieve: the built page; the peer: a page with a result. */
export interface InteractionRow extends Measured {
	/** `"first"`: a pasted text. `"rate"`: another rate. `"edit"`: one word in the middle changed. */
	readonly action: "first" | "rate" | "edit";
	readonly tokens: number;
	/** From the event to the painted result; median. */
	readonly seconds: number | null;
	readonly bestSeconds: number | null;
	readonly worstSeconds: number | null;
	readonly repeats: number;
	/** Longest task of the main thread meanwhile; 0: none reached 50 ms, below which browsers report nothing. */
	readonly longestTaskSeconds: number | null;
	/** Sum of the main thread's tasks of 50 ms and more, of all repetitions divided by their number. */
	readonly blockedSeconds: number | null;
}

/** A goal and what came of it; `value: null` when one of its numbers is missing. */
export interface GoalRow {
	readonly name: string;
	readonly value: number | null;
	readonly unit: string;
	readonly goal: number;
	readonly direction: "at most" | "at least";
	readonly met: boolean | null;
	readonly note: string;
}

export interface PeersResult {
	/** ISO 8601, when the run began. */
	readonly date: string;
	readonly machine: {
		readonly cpu: string;
		readonly cores: number;
		readonly memoryGiB: number;
		readonly system: string;
		/** Mean number of running processes over the minute before the run, and over its last minute. */
		readonly loadBefore: number | undefined;
		readonly loadAfter: number | undefined;
		readonly browser: string;
		readonly node: string;
	};
	/** Package → version. */
	readonly versions: Readonly<Record<string, string>>;
	/** Whether `--long` was given. */
	readonly long: boolean;
	/** How long the whole run took. */
	readonly tookSeconds: number;
	readonly models: readonly ModelFacts[];
	readonly speed: readonly SpeedRow[];
	readonly loads: readonly LoadRow[];
	readonly shipped: readonly ShippedRow[];
	readonly interaction: readonly InteractionRow[];
	readonly goals: readonly GoalRow[];
}
