// What a compression of several contexts gives back.
import type { Span } from "../options.ts";
import type { Device, Warning } from "../result.ts";

/** What is kept of one context: as the result of a single text. */
export interface ContextResult {
	/** The kept words, verbatim and in order; empty where the context fell away. */
	readonly text: string;
	/** The kept ranges of this context, in order. */
	readonly spans: readonly Span[];
	/** LLM tokens of the context. */
	readonly sourceTokens: number;
	/** LLM tokens of `text`. */
	readonly keptTokens: number;
	/** `keptTokens / sourceTokens`, from 0; 1 for an empty context. */
	readonly rate: number;
	/** `sourceTokens / keptTokens`: 1 for an empty context, Infinity for one that fell away. */
	readonly ratio: number;
}

/** A {@link Warning}, and which context it is about. */
export interface ContextWarning extends Warning {
	/** Number of the context, from 0, that the warning and its spans are about; absent: it is about all of them. */
	readonly context?: number;
}

/** What `compress` and `select` give back for several contexts. */
export interface ContextsResult {
	/** One for each context, in their order. */
	readonly contexts: readonly ContextResult[];
	/** LLM tokens of all contexts, each counted by itself. */
	readonly sourceTokens: number;
	/** LLM tokens of all kept texts, each counted by itself. */
	readonly keptTokens: number;
	/** `keptTokens / sourceTokens`, from 0; 1 for contexts that are all empty. */
	readonly rate: number;
	/** `sourceTokens / keptTokens`: 1 for contexts that are all empty, Infinity where nothing of others is kept. */
	readonly ratio: number;
	/** What a person should know of the result. */
	readonly warnings: readonly ContextWarning[];
	/** The id of the model that scored. */
	readonly model: string;
	/** Where the model ran. */
	readonly device: Device;
}
