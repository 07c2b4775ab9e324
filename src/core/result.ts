// What a compression gives back.
import type { Span } from "./options.ts";

export type Device = "webgpu" | "wasm";

export interface Warning {
	readonly code:
		| "empty"
		| "already-short"
		| "protected-exceeds-budget"
		| "nothing-kept"
		| "unsupported-language"
		| "negation-dropped"
		| "number-dropped";
	/** One sentence for a person. */
	readonly message: string;
	/** The source ranges it speaks of; may be empty. */
	readonly spans: readonly Span[];
}

export interface CompressResult {
	/** The kept words, verbatim and in order. */
	readonly text: string;
	/** The kept source ranges in order; what lies between two of them in `text` is white space of the source or one separator. */
	readonly spans: readonly Span[];
	/** LLM tokens of the source and of `text`. */
	readonly sourceTokens: number;
	readonly keptTokens: number;
	/** `keptTokens / sourceTokens`, 0–1; 1 for an empty source. */
	readonly rate: number;
	/** `sourceTokens / keptTokens`. */
	readonly ratio: number;
	readonly warnings: readonly Warning[];
	readonly model: string;
	readonly device: Device;
}
