// Relevance of words -> relevance that the words of a clause share. Comes after merge, before combine-scores.

/** What a word gets of its clause's mean; the rest is its own. */
const clauseShare = 2 / 3;

/**
 * Gives every word two thirds of its clause's mean relevance and one third of its own. The classifier finds the
 * clause that answers more surely than the words in it that do, and an answer helps only when it is whole. The mean
 * of a clause stays as it was.
 *
 * @param relevance 0–1, one a word
 * @param clauseOf number of the clause that each word lies in
 * @returns 0–1, one a word
 *
 * @example
 * spreadRelevance(Float32Array.of(0.9, 0.3, 0), Uint32Array.of(0, 0, 1)); // [0.7, 0.5, 0]
 */
export function spreadRelevance(relevance: Float32Array, clauseOf: Uint32Array): Float32Array {
	const sums: number[] = [];
	const counts: number[] = [];
	relevance.forEach((value, word) => {
		const clause = clauseOf[word] ?? 0;
		sums[clause] = (sums[clause] ?? 0) + value;
		counts[clause] = (counts[clause] ?? 0) + 1;
	});
	return relevance.map((value, word) => {
		const clause = clauseOf[word] ?? 0;
		const mean = (sums[clause] ?? 0) / (counts[clause] ?? 1);
		return Math.min(1, (1 - clauseShare) * value + clauseShare * mean);
	});
}
