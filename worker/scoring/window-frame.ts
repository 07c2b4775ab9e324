// How a window is laid out for the model: between its special tokens, after the question if there is one.
// Used by scoring.ts for every window that runs.
import type { ModelFrame } from "../model/model-folder.ts";

export interface WindowFrame {
	/** Tokens that a window may have. */
	readonly limit: number;
	/** Tokens that the windows may have into which a text of `count` tokens is cut: a text that fits is one window. */
	limitOf(count: number): number;
	/** Where the window's own tokens begin in the input. */
	readonly start: number;
	/** The model's input for a window of these token ids. */
	input(ids: Uint32Array): Uint32Array;
}

type WindowSizes = Pick<ModelFrame, "bos" | "eos" | "maxTokens" | "windowTokens">;

/**
 * `<s> window </s>`, or `<s> question </s></s> window </s>`.
 *
 * @param question token ids without special ones; none: no question.
 */
export function windowFrame(
	{ bos, eos, maxTokens, windowTokens = maxTokens }: WindowSizes,
	question: Uint32Array,
): WindowFrame {
	const head = question.length === 0 ? [bos] : [bos, ...question, eos, eos];
	const limit = maxTokens - head.length - 1;
	// The same with a question, where it fits, so that both are judged window by window alike.
	const longTextLimit = Math.min(limit, windowTokens - 2);
	return {
		limit,
		limitOf: (count) => (count <= limit ? limit : longTextLimit),
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
