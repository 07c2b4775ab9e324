// What `npm run bench:breakdown` writes into bench/results/breakdown.json. Milliseconds everywhere.
import type { StageTimes } from "../page-functions.ts";

/** Which numbers a product calculates with. */
export type Arithmetic = "int8" | "fp32";

/** One kind of operator in one run of the model. */
export interface OperatorTime {
	readonly operator: string;
	/** How often it runs. */
	readonly calls: number;
	/** Of all calls, median of the runs. */
	readonly ms: number;
	/** Of all calls, in the run in which they took least. */
	readonly bestMs: number;
	/** Multiplications and additions of all calls, from the shapes they ran with; 0: not counted. */
	readonly operations: number;
	/** Of those operations. */
	readonly arithmetic: Arithmetic | null;
}

/** One window under the runtime's profiler. */
export interface Profile {
	readonly runs: number;
	/** Of one run, median. */
	readonly ms: number;
	/** Of the fastest run. */
	readonly bestMs: number;
	/** The longest first. */
	readonly operators: readonly OperatorTime[];
}

/** The fastest product that was found, of one kind of arithmetic. */
export interface Peak {
	/** Rows, inner size and columns of the product that was fastest. */
	readonly shape: readonly [number, number, number];
	/** 10⁹ multiplications and additions a second, in the fastest run. */
	readonly gops: number;
}

/** One runtime, one thread. */
export interface Roofline {
	readonly runtime: "wasm" | "native";
	readonly peaks: Readonly<Record<Arithmetic, Peak>>;
	readonly window: Profile;
	/** Time the window's products would take at the peaks, as a share of the time its fastest run takes. */
	readonly share: number;
}

export interface BreakdownResult {
	readonly machine: Readonly<Record<string, string | number | undefined>>;
	readonly model: { readonly file: string; readonly version: string };
	readonly text: { readonly characters: number; readonly llmTokens: number };
	/** Wasm threads of `stages` and of `window`. */
	readonly threads: number;
	/** Medians of `rounds`. */
	readonly stages: StageTimes;
	readonly rounds: number;
	/** Length of `window` and of those of the rooflines, in the model's tokens. */
	readonly windowTokens: number;
	/** A window with as many threads as the text was read with. */
	readonly window: Profile;
	/** How `operations` are counted. */
	readonly formula: string;
	readonly rooflines: readonly Roofline[];
}
