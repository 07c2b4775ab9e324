// Compat: a text's tokens -> chunks of at most 511, as the reference cuts them: at the last end token before the limit.
import type { ForceTokens } from "./force-tokens.ts";

/** Tokens that the reference's models read at once, special ones included. */
export const maxSequence = 512;

/** A chunk of a text, with what the model said of it. */
export interface Chunk {
	/** The chunk's tokens decoded: white space and unknown tokens are not always those of the source. */
	readonly text: string;
	/** What the model read: tokens of `text`, with the special ones around them; at most {@link maxSequence}. */
	readonly tokens: readonly string[];
	/** One a token: the probability that it is kept. */
	readonly probabilities: Float32Array;
}

/** Half-open ranges of tokens. */
export function cutChunks(
	tokens: readonly string[],
	ends: ReadonlySet<string>,
): (readonly [start: number, end: number])[] {
	const longest = maxSequence - 2;
	const ranges: [number, number][] = [];
	for (let start = 0; start < tokens.length; ) {
		let last = start + longest;
		if (last > tokens.length - 1) last = tokens.length - 1;
		else {
			// One token more than there is room for, as in the reference: the closing special token gives way.
			let at = last;
			while (at > start && !ends.has(tokens[at] ?? "")) at--;
			if (at > start) last = at;
		}
		ranges.push([start, last + 1]);
		start = last + 1;
	}
	return ranges;
}

/** End tokens, and the stand-ins of those that are force tokens too. */
export function readChunkEnds(chunkEnds: readonly string[], { standIns }: ForceTokens): ReadonlySet<string> {
	return new Set([...chunkEnds, ...chunkEnds.flatMap((end) => standIns.get(end) ?? [])]);
}
