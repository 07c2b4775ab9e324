// The element's events: all of them bubble and cross shadow boundaries, none can be cancelled.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import type { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { CompressResult } from "../core/result.ts";
import type { AttributeName } from "./attributes.ts";

/** Of `sieve-result`. */
export interface SieveResultDetail {
	/** For the text, question and amount as they are. */
	readonly result: CompressResult;
	/** The text that was compressed. */
	readonly source: string;
}

/** Of `sieve-error`. */
export interface SieveErrorDetail {
	/** Its `code` says what failed; its message names the attribute and the value seen, or the file. */
	readonly error: CompressorError;
	/** The attribute, or the property that is none, which cannot be used; null where something else failed. */
	readonly attribute: AttributeName | "strings" | "translations" | "compressor" | null;
}

/** Of `sieve-apply` and `sieve-undo`. */
export interface SieveChangeDetail {
	/** What stands in the field now. */
	readonly text: string;
	/** What stood there before. */
	readonly previous: string;
}

/** Event types by name, for `addEventListener`. */
export interface PromptSieveEventMap {
	/** The model is ready; once for each element and model. */
	"sieve-load": CustomEvent<ModelInfo>;
	/** Downloads in bytes, warm-up, windows of this element's text. */
	"sieve-progress": CustomEvent<ProgressEvent>;
	/** There is a result: after a scoring, and after each change of the amount. */
	"sieve-result": CustomEvent<SieveResultDetail>;
	/** Something failed, or an attribute cannot be used. The person's text is untouched. */
	"sieve-error": CustomEvent<SieveErrorDetail>;
	/** The person put the short text into the field. */
	"sieve-apply": CustomEvent<SieveChangeDetail>;
	/** The person took the original back. */
	"sieve-undo": CustomEvent<SieveChangeDetail>;
}

declare global {
	// They bubble: a form, a document or a window may listen for them as well.
	interface HTMLElementEventMap extends PromptSieveEventMap {}
	interface DocumentEventMap extends PromptSieveEventMap {}
	interface WindowEventMap extends PromptSieveEventMap {}
}
