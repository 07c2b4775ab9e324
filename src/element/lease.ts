// What an element holds of a compressor: a share in the page's own, or the one that its host gave it.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import type { LoadOptions, ScoreOptions } from "../compressor/compressor-options.ts";
import type { ScoredText } from "../compressor/scored-text.ts";
import type { checkedScore } from "./checked-score.ts";

/** What the element needs of a compressor; every `Compressor` has it. */
export interface ElementCompressor {
	load(options?: LoadOptions): Promise<ModelInfo>;
	score(text: string, options?: ScoreOptions): Promise<ScoredText>;
}

export function isElementCompressor(value: unknown): value is ElementCompressor {
	return (
		typeof value === "object" &&
		value !== null &&
		"load" in value &&
		typeof value.load === "function" &&
		"score" in value &&
		typeof value.score === "function"
	);
}

/** What the element needs of scores. */
export type SelectableText = Pick<ScoredText, "text" | "question" | "select">;

export type SignalledScore = ScoreOptions & { readonly signal: AbortSignal };

export interface Lease {
	load(signal: AbortSignal): Promise<ModelInfo>;
	score(text: string, options: SignalledScore): Promise<SelectableText>;
	/** The element needs it no longer. Idempotent. */
	release(): void;
}

/** Loaded with the first answer: most pages have no compressor of their own. */
let check: typeof checkedScore | undefined;

/** The host's own compressor: never disposed of, and its progress is told to the host alone. */
export function leaseOf(compressor: ElementCompressor): Lease {
	return {
		load: (signal) => compressor.load({ signal }),
		async score(text, options) {
			const scored = await compressor.score(text, options);
			check ??= (await import("./checked-score.ts")).checkedScore;
			return check(scored, text, options.question);
		},
		release() {},
	};
}
