// What share of a text is kept, in the words of every result: of a text, of contexts, of a compat call.
import type { CompressResult } from "./result.ts";

type Shares = Pick<CompressResult, "sourceTokens" | "keptTokens" | "rate" | "ratio">;

/** Both counts with their rate and ratio; of an empty source, both are 1. */
export function shares(sourceTokens: number, keptTokens: number): Shares {
	return {
		sourceTokens,
		keptTokens,
		rate: sourceTokens === 0 ? 1 : keptTokens / sourceTokens,
		ratio: sourceTokens === keptTokens ? 1 : sourceTokens / keptTokens,
	};
}
