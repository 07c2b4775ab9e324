// What a compression gives back.
import type { Span } from "./options.ts";

/** Where the model runs; `"cpu"` is native code, in Node only. */
export type Device = "webgpu" | "wasm" | "cpu";

/** Something a person should know of a result: data, not an error. */
export interface Warning {
	/**
	 * - `empty`: the source is empty or white space; it is returned as it is;
	 * - `already-short`: the source is one word or within `targetTokens`; it is returned as it is;
	 * - `protected-exceeds-budget`: what is always kept has more LLM tokens than allowed, or, by a rate, the most needed
	 *   word with what must stay beside it has; nothing else is kept;
	 * - `nothing-kept`: no word fits or reaches the threshold; the result is empty;
	 * - `unsupported-language`: the model does not read the source's script or language, as far as its languages are known;
	 * - `question-shortened`: the question is longer than the model reads; its middle was left out;
	 * - `negation-dropped`, `number-dropped`: dropped while other words of their clause stay.
	 */
	readonly code:
		| "empty"
		| "already-short"
		| "protected-exceeds-budget"
		| "nothing-kept"
		| "unsupported-language"
		| "question-shortened"
		| "negation-dropped"
		| "number-dropped";
	/** One sentence for a person. */
	readonly message: string;
	/** The source ranges it speaks of; may be empty. */
	readonly spans: readonly Span[];
}

/** What `compress` and `select` give back for one text. */
export interface CompressResult {
	/** The kept words, verbatim and in order. */
	readonly text: string;
	/**
	 * The kept source ranges in order, together with the white space inside them. What lies between two of them
	 * in `text` is white space of the source, or one space, or nothing.
	 */
	readonly spans: readonly Span[];
	/** LLM tokens of the source. */
	readonly sourceTokens: number;
	/** LLM tokens of `text`. */
	readonly keptTokens: number;
	/** `keptTokens / sourceTokens`, from 0; 1 for an empty source. With `compat` it may be above 1. */
	readonly rate: number;
	/**
	 * `sourceTokens / keptTokens`: 1 for an empty source, Infinity (which JSON writes as null) where nothing of another
	 * is kept, of which the warning `nothing-kept` tells.
	 */
	readonly ratio: number;
	/** What a person should know of the result. */
	readonly warnings: readonly Warning[];
	/** The id of the model that scored. */
	readonly model: string;
	/** Where the model ran. */
	readonly device: Device;
}
