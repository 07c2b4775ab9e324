// Compat: what the main thread asks of the worker, and what the worker answers: chunks with what the model said.
import type { Chunk } from "./chunks.ts";
import type { CompatOptions } from "./options.ts";
import type { VocabularyFamily } from "./vocabulary-family.ts";

export interface CompatRequest {
	readonly contexts: readonly string[];
	/** Force tokens: they decide how a text is tokenized and where a chunk ends. */
	readonly force: readonly string[];
	readonly chunkEnds: readonly string[];
	/** For structured prompts: what their tags are read with. */
	readonly structured?: Pick<CompatOptions, "rate" | "targetTokens" | "contextFilter">;
}

/** A chunk whose tokens know where in their context they come from. */
export interface SourceChunk extends Chunk {
	/** Half-open ranges in UTF-16 code units, one a token of the chunk; empty for special tokens. */
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

export interface CompatScores {
	readonly family: VocabularyFamily;
	/** See `ForceTokens.standIns`. */
	readonly standIns: ReadonlyMap<string, string>;
	/** The contexts; of a structured prompt without what its tags take away. */
	readonly contexts: readonly string[];
	readonly chunks: readonly (readonly SourceChunk[])[];
	/** Of a structured prompt: the options that the reference goes on with. */
	readonly options?: CompatOptions;
}
