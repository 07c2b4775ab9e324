// Compat: the reference's options under this library's names.

/** Options of `compress_prompt` of the Python package `llmlingua` 0.2.2 with `use_llmlingua2=True`. */
export interface CompatOptions {
	/** `rate`: share of a chunk's tokens to keep, 0 < rate ≤ 1. Default 0.5. */
	readonly rate?: number | undefined;
	/** `target_token`: LLM tokens (cl100k_base) to aim at; the rate follows from it. Default: none. */
	readonly targetTokens?: number | undefined;
	/** `force_tokens`: at most 100 tokens or words that are kept. */
	readonly force?: readonly string[] | undefined;
	/** `force_reserve_digit`: keep tokens that hold a digit. Default false. */
	readonly keepDigits?: boolean | undefined;
	/** `drop_consecutive`: of force tokens with nothing kept between them keep the first. Default false. */
	readonly dropConsecutive?: boolean | undefined;
	/** `token_to_word`. Default `"mean"`. */
	readonly tokenToWord?: "mean" | "first" | undefined;
	/** `use_token_level_filter`. Default true. */
	readonly filterTokens?: boolean | undefined;
	/** Filter several contexts before their tokens (`use_context_level_filter`). Default: none. */
	readonly contextFilter?: ContextFilterOptions | undefined;
}

/** With `compat`: which of several contexts are left out whole, before their words are looked at. */
export interface ContextFilterOptions {
	/** `target_context`: contexts to keep. */
	readonly contexts?: number | undefined;
	/** `context_level_rate`. Default 1, which stands for half way between `rate` and 1. */
	readonly rate?: number | undefined;
	/** `context_level_target_token`: LLM tokens (cl100k_base) of the contexts to keep. */
	readonly targetTokens?: number | undefined;
	/** `force_context_ids`: contexts that are kept, by their place. */
	readonly force?: readonly number[] | undefined;
}

/** What `compress` has for compat beside the options of `select`. */
export interface CompatChoice {
	/**
	 * Do word for word what Microsoft's Python package `llmlingua` 0.2.2 does with `use_llmlingua2=True` and this
	 * model (docs/compatibility.md). `rate`, `targetTokens`, `force`, `keepDigits` and `dropConsecutive` then mean
	 * what `rate`, `target_token`, `force_tokens`, `force_reserve_digit` and `drop_consecutive` mean there; any other
	 * option of a selection is refused. The text is decoded from the model's tokens: it need not be a slice of the
	 * source, and no budget is exact: `rate` of the result may be above 1, and `ratio` is Infinity where nothing is
	 * kept of a text that is not empty.
	 *
	 * @example
	 * await compressor.compress(prompt, { compat: "llmlingua-2", rate: 0.33, force: ["?", "not"] });
	 */
	readonly compat?: "llmlingua-2" | undefined;
	/** Only together with `compat`: read `<llmlingua, …>` tags as `structured_compress_prompt` does. Default false. */
	readonly structured?: boolean | undefined;
}

export interface CompatContextsChoice extends CompatChoice {
	/**
	 * Only together with `compat`: how contexts are left out before their words are looked at; false: none is. Default `{}`,
	 * as in the reference: those below a rate half way between `rate` and 1.
	 */
	readonly contextFilter?: ContextFilterOptions | false | undefined;
}
