// Which contexts help with the question: decided from their words' scores, before the words of all contexts are
// merged into one order.

/** Of this many highest scores the mean counts: about a clause, so that one odd word makes no context relevant. */
const clauseLength = 8;

/**
 * How relevant a context is to the question that its words were scored for: the mean of its 8 highest scores, 0–1;
 * words that a shorter context lacks count as 0, or "Loading" would be worth more than a long answer. Scores of a clause share their relevance (see `spreadRelevance`), so this is about
 * the relevance of the context's best clause.
 *
 * @example contextRelevance(Float32Array.of(0.75, 0.25)) // 0.125
 */
export function contextRelevance(scores: Float32Array): number {
	const best = Float32Array.from(scores).sort().subarray(-clauseLength);
	return best.reduce((sum, score) => sum + score, 0) / clauseLength;
}

/** A context helps if its relevance is at least this share of the most relevant one's. */
const helpingShare = 0.25;

/** Relevance below this is noise: where no context reaches it, all count alike. */
const leastRelevance = 0.01;

/**
 * Whether each context helps, by their relevance: at least a quarter of the most relevant one's. Where none is
 * relevant, no context is preferred.
 */
export function whichHelp(relevance: readonly number[]): boolean[] {
	const most = relevance.reduce((highest, own) => Math.max(highest, own), 0);
	return relevance.map((own) => most < leastRelevance || own >= most * helpingShare);
}
