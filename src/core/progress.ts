/** How far a load or a scoring is. `download` counts bytes, `score` counts windows; both only grow and end at their total. */
export type ProgressEvent =
	| { readonly stage: "download"; readonly file: string; readonly loaded: number; readonly total: number }
	| { readonly stage: "warm-up" }
	| { readonly stage: "score"; readonly done: number; readonly total: number };
