// How far a model is, for everything that shows it.
import type { ModelInfo } from "../bridge/worker-interface.ts";

export type ModelState =
	| { readonly kind: "unloaded" }
	/** Bytes of the files heard of so far. */
	| { readonly kind: "downloading"; readonly loaded: number; readonly total: number }
	| { readonly kind: "warm-up" }
	| { readonly kind: "ready"; readonly info: ModelInfo }
	| { readonly kind: "failed"; readonly error: unknown };
