// Two compressors as one: the embedded model answers until the one that was chosen is ready to.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import type { Compressor } from "../compressor.ts";
import { asCompressorError } from "../core/as-compressor-error.ts";
import type { ContextsResult } from "../core/contexts/contexts-result.ts";
import type { CompressorError } from "../core/error.ts";
import type { CompressResult } from "../core/result.ts";
import type { CompressContextsOptions, CompressOptions, ScoreOptions } from "./compressor-options.ts";
import type { ScoredContexts } from "./contexts/scored-contexts.ts";
import type { ScoredText } from "./scored-text.ts";

/** What `onModelChange` hears, once a load. */
export interface ModelChange {
	/** The model that answers from now on. */
	readonly info: ModelInfo;
	/** Why that is still the embedded one. Absent when it is the one that was chosen. */
	readonly failure?: CompressorError;
}

export interface ProgressiveParts {
	/** Answers at once. */
	readonly first: Compressor;
	/** Answers when it is loaded. */
	readonly chosen: Compressor;
	readonly onModelChange: (change: ModelChange) => void;
}

/**
 * Answers by `first` until `chosen` is loaded, which begins with the first call. A call that has begun ends with the
 * model it began with. Where `chosen` can't be loaded, `first` goes on; the next `load` tries again.
 */
export function createProgressiveCompressor({ first, chosen, onModelChange }: ProgressiveParts): Compressor {
	let current = first;
	let chosenState: "unasked" | "loading" | "failed" = "unasked";
	let disposed = false;
	const answering = new Set<Promise<unknown>>();

	const loadChosen = async () => {
		try {
			const info = await chosen.load();
			current = chosen;
			onModelChange({ info });
			await Promise.allSettled(answering);
			await first.dispose();
		} catch (error) {
			chosenState = "failed";
			if (!disposed)
				onModelChange({ info: await first.load(), failure: asCompressorError(error, "model-load-failed") });
		}
	};

	/** The chosen one waits for the first, whose few bytes would else come among its many. */
	const begin = () => {
		if (chosenState !== "unasked") return;
		chosenState = "loading";
		// Where the first one can't be loaded, each call says so itself.
		first
			.load()
			.then(loadChosen, loadChosen)
			.catch(() => {});
	};

	const ask = async <Answer>(call: (compressor: Compressor) => Promise<Answer>): Promise<Answer> => {
		begin();
		const answer = call(current);
		answering.add(answer);
		try {
			return await answer;
		} finally {
			answering.delete(answer);
		}
	};

	function score(text: string, options?: ScoreOptions): Promise<ScoredText>;
	function score(contexts: readonly string[], options?: ScoreOptions): Promise<ScoredContexts>;
	function score(
		input: string | readonly string[],
		options?: ScoreOptions,
	): Promise<ScoredText | ScoredContexts> {
		return ask<ScoredText | ScoredContexts>((compressor) =>
			typeof input === "string" ? compressor.score(input, options) : compressor.score(input, options),
		);
	}

	function compress(text: string, options?: CompressOptions): Promise<CompressResult>;
	function compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;
	function compress(
		input: string | readonly string[],
		options?: CompressOptions | CompressContextsOptions,
	): Promise<CompressResult | ContextsResult> {
		return ask<CompressResult | ContextsResult>((compressor) =>
			typeof input === "string"
				? compressor.compress(input, options as CompressOptions)
				: compressor.compress(input, options as CompressContextsOptions),
		);
	}

	return {
		load(options) {
			if (chosenState === "failed") chosenState = "unasked";
			return ask((compressor) => compressor.load(options));
		},
		score,
		compress,
		async dispose() {
			disposed = true;
			await Promise.all([first.dispose(), chosen.dispose()]);
		},
	};
}
