// Fits a question into what the model was trained to read. Comes after the tokenizer, before the windows are laid out.
import type { Warning } from "../result.ts";

/** What the model reads of a question, and what the caller should know of it. */
export interface ReadQuestion {
	/** Token ids, without special ones. */
	readonly ids: Uint32Array;
	readonly warnings: readonly Warning[];
}

/**
 * A question of more than `maxTokens` tokens is read from both ends, half of `maxTokens` each: context tends to come
 * first, what is asked last. A warning says so.
 *
 * @param ids token ids of the whole question, without special ones.
 * @param maxTokens at least 2; of an odd number the beginning gets one more.
 *
 * @example shortenQuestion(Uint32Array.of(1, 2, 3, 4, 5, 6), 4).ids // [1, 2, 5, 6]
 */
export function shortenQuestion(ids: Uint32Array, maxTokens: number): ReadQuestion {
	if (ids.length <= maxTokens) return { ids, warnings: [] };
	const last = maxTokens >> 1;
	const read = new Uint32Array(maxTokens);
	read.set(ids.subarray(0, maxTokens - last));
	read.set(ids.subarray(ids.length - last), maxTokens - last);
	const message = `Of the question's ${ids.length} tokens the model read ${maxTokens}: its beginning and its end.`;
	return { ids: read, warnings: [{ code: "question-shortened", message, spans: [] }] };
}
