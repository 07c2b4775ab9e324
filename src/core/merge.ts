// Probabilities of tokens -> probabilities of words. Comes after the model, before select.

/** Half-open ranges `[start, end)` in UTF-16 code units of one source, as parallel arrays, starts ascending. */
export interface Ranges {
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/**
 * The mean probability of the tokens that overlap each word (LLMLingua-2's `token_to_word: "mean"`,
 * arXiv 2403.12968, section 4.2): of keep probabilities, or of relevances. Linear: both lists are walked once.
 *
 * @param words ascending, never overlapping.
 * @param tokens ascending in start and in end; neighbours may overlap, and a token may span several words.
 * @param probability 0–1, one a token.
 * @returns 0–1, one a word. A word without a token (control characters only, say) gets 0: the model never saw it.
 * @example
 * const words = { start: Uint32Array.of(0, 6), end: Uint32Array.of(5, 11) }; // "hello there"
 * const tokens = { start: Uint32Array.of(0, 3, 5), end: Uint32Array.of(3, 5, 11) }; // "hel", "lo", " there"
 * mergeWords(words, tokens, Float32Array.of(0.25, 0.75, 1)); // [0.5, 1]
 */
export function mergeWords(words: Ranges, tokens: Ranges, probability: Float32Array): Float32Array {
	const merged = new Float32Array(words.start.length);
	let first = 0;
	for (let word = 0; word < merged.length; word++) {
		const start = words.start[word] ?? 0;
		const end = words.end[word] ?? 0;
		while (first < tokens.end.length && (tokens.end[first] ?? 0) <= start) first++;
		let sum = 0;
		let token = first;
		while (token < tokens.start.length && (tokens.start[token] ?? 0) < end) sum += probability[token++] ?? 0;
		if (token > first) merged[word] = sum / (token - first);
	}
	return merged;
}
