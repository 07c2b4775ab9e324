// Compat: `structured_compress_prompt` of a compressor with `use_llmlingua2=True`. It takes the tags off and goes on
// with the text alone: the parts' own rates change nothing, in the reference either.
import type { CompatOptions } from "./options.ts";
import { parseStructuredPrompt } from "./structured-prompt.ts";
import { cleanMarks, decodeTokens, familyRules, type VocabularyFamily } from "./vocabulary-family.ts";

/** A context as the reference reads it before it looks for tags. */
export interface ReadContext {
	/** The context's tokens decoded: see {@link decodeContext}. */
	readonly text: string;
	/** Tokens of `text`, without special ones. */
	readonly tokens: number;
}

/** `tokenizer.decode` over tokens named by their ids; an unknown character reads `<unk>` or `[UNK]`. */
export function decodeContext(tokens: readonly string[], family: VocabularyFamily): string {
	return cleanMarks(decodeTokens(familyRules[family], tokens));
}

/** The contexts without tags, and the options to compress them with. */
export function readStructuredContexts(
	contexts: readonly ReadContext[],
	{ rate = 0.5, targetTokens, contextFilter }: Pick<CompatOptions, "rate" | "targetTokens" | "contextFilter">,
): { readonly contexts: string[]; readonly options: CompatOptions } {
	// Two special tokens a text, for the empty instruction and the empty question too.
	const tokens = contexts.reduce((sum, context) => sum + context.tokens + 2, 0);
	const target = targetTokens ?? (2 + 2 + tokens) * rate - 2 - 2;
	const ownRate = targetTokens === undefined ? rate : targetTokens / tokens;
	const texts = contexts.map(({ text }) =>
		parseStructuredPrompt(text, ownRate)
			.map((part) => part.text)
			.join(""),
	);
	return { contexts: texts, options: { rate: ownRate, targetTokens: target, contextFilter } };
}
