// How a window is laid out for the model: between its special tokens, after the question if there is one.
// Used by scoring.ts for every window that runs.
import type { ModelFrame } from "../model/model-folder.ts";

export interface WindowFrame {
	/** Tokens that a window may have. */
	readonly limit: number;
	/** Where the window's own tokens begin in the input. */
	readonly start: number;
	/** The model's input for a window of these token ids. */
	input(ids: Uint32Array): Uint32Array;
}

/**
 * `<s> window </s>`, or `<s> question </s></s> window </s>`.
 *
 * @param question token ids without special ones; none: no question.
 */
export function windowFrame(
	{ bos, eos, maxTokens }: Pick<ModelFrame, "bos" | "eos" | "maxTokens">,
	question: Uint32Array,
): WindowFrame {
	const head = question.length === 0 ? [bos] : [bos, ...question, eos, eos];
	return {
		limit: maxTokens - head.length - 1,
		start: head.length,
		input(ids) {
			const input = new Uint32Array(head.length + ids.length + 1);
			input.set(head);
			input.set(ids, head.length);
			input[input.length - 1] = eos;
			return input;
		},
	};
}
