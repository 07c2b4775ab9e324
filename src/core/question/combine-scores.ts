// What the model says of each word with a question in mind -> one score a word. Comes after merge, before select,
// which ranks by that score as it ranks by keep probability where no question is asked.

/**
 * The most that keep probability alone can give a word: what the question needs for certain ranks above everything
 * that is only worth keeping.
 */
const keepShare = 0.5;

/**
 * Relevance that every window has at least. Below it a window's highest relevance is noise, and the words of all such
 * windows rank by keep probability among each other.
 */
const leastLocal = 0.001;

/** Parallel arrays, one entry a word, in source order. */
export interface WordScores {
	/** 0–1: what an LLM needs, whatever it is asked. */
	readonly keepProbability: Float32Array;
	/** 0–1: what the question needs. Absent when none was asked. */
	readonly relevance?: Float32Array | undefined;
}

/**
 * One score a word: `relevance + (1 − relevance) · keep · ½ · local`, where `local` is the highest relevance in the
 * word's window. The score
 *
 * - is 0–1, and grows with the word's relevance and with its keep probability;
 * - puts what the question needs first, then the rest of the windows that answer it, then all others;
 * - is not calibrated: unlike a keep probability it depends on the other words of the window.
 *
 * @param windowOf number of the window that each word lies in, ascending
 * @returns one score a word; the keep probabilities themselves where there is no relevance.
 *
 * @example
 * const keepProbability = Float32Array.of(1, 1, 1);
 * const relevance = Float32Array.of(1, 0, 0);
 * combineScores({ keepProbability, relevance }, Uint32Array.of(0, 0, 1)); // [1, 0.5, 0.0005]
 */
export function combineScores(
	{ keepProbability, relevance }: WordScores,
	windowOf: Uint32Array,
): Float32Array {
	if (!relevance) return keepProbability;
	const local: number[] = [];
	relevance.forEach((value, word) => {
		const window = windowOf[word] ?? 0;
		local[window] = Math.max(local[window] ?? leastLocal, value);
	});
	return keepProbability.map((keep, word) => {
		const own = relevance[word] ?? 0;
		return own + (1 - own) * keep * keepShare * (local[windowOf[word] ?? 0] ?? leastLocal);
	});
}
