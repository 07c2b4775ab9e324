/**
 * How far a load or a scoring is. Both counts only grow and end at their total.
 *
 * - `download`: bytes of one file. Every file is announced with `loaded: 0` before the first byte
 *   comes, so the sum over the files seen is the whole load. `model` is the id of the model that it is
 *   loaded for, as in `ModelInfo`: two models have files of the same name.
 * - `score`: windows of the text.
 */
export type ProgressEvent =
	| {
			readonly stage: "download";
			readonly model: string;
			readonly file: string;
			readonly loaded: number;
			readonly total: number;
	  }
	| { readonly stage: "warm-up" }
	| { readonly stage: "score"; readonly done: number; readonly total: number };
