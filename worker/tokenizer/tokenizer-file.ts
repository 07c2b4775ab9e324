// tokenizer.json of the Unigram family, read and checked once: all that the tokenizer does later relies on this
// shape. Only what can be done exactly as Python's `tokenizers` does it is accepted; anything else is named in the error.
import { type AddedToken, escapePattern, readAddedTokens } from "./added-tokens.ts";
import { asList, asObject, isIndex, type Json, unusable } from "./json-fields.ts";
import type { UnigramVocabulary } from "./unigram.ts";

export interface Metaspace {
	readonly replacement: string;
	readonly prepend: "always" | "first" | "never";
	readonly split: boolean;
}

export interface TokenizerFile {
	readonly addedTokens: readonly AddedToken[];
	readonly charsmap: string | null;
	/** Applied in turn after the charsmap. */
	readonly replacements: readonly { readonly pattern: RegExp; readonly content: string }[];
	readonly splitsAtWhiteSpace: boolean;
	readonly metaspace: Metaspace | null;
	readonly vocabulary: UnigramVocabulary;
}

/** Patterns that match white space alone, so that a text can be cut before a space without changing a match. */
const spacePatterns = new Set([" {2,}", " +", "\\s+"]);

/** @throws CompressorError "model-load-failed", naming the field and the value seen. */
export function readTokenizerFile(json: unknown): TokenizerFile {
	const root = asObject(json, "tokenizer.json");
	return {
		addedTokens: readAddedTokens(root.added_tokens),
		...readNormalizer(root.normalizer),
		...readPreTokenizer(root.pre_tokenizer),
		vocabulary: readUnigram(asObject(root.model, "model")),
	};
}

function readNormalizer(json: unknown): Pick<TokenizerFile, "charsmap" | "replacements"> {
	const steps = stepsOf(json, "normalizers", "normalizer");
	const first = steps[0];
	let charsmap: string | null = null;
	if (first?.type === "Precompiled") {
		if (typeof first.precompiled_charsmap !== "string") {
			unusable("normalizer: precompiled_charsmap", first.precompiled_charsmap);
		}
		charsmap = first.precompiled_charsmap;
		steps.shift();
	}
	return { charsmap, replacements: steps.map(readReplacement) };
}

function readReplacement(step: Json): TokenizerFile["replacements"][number] {
	if (step.type !== "Replace") unusable("normalizer: type", step.type);
	const { String: fixed, Regex: regex } = asObject(step.pattern, "normalizer: pattern");
	const { content } = step;
	if (typeof content !== "string") unusable("normalizer: content", content);
	if (typeof regex === "string" && spacePatterns.has(regex))
		return { pattern: new RegExp(regex, "gu"), content };
	if (typeof fixed === "string" && /^\S+$/.test(fixed)) {
		return { pattern: new RegExp(escapePattern(fixed), "gu"), content };
	}
	unusable("normalizer: pattern", step.pattern);
}

function readPreTokenizer(json: unknown): Pick<TokenizerFile, "splitsAtWhiteSpace" | "metaspace"> {
	const steps = stepsOf(json, "pretokenizers", "pre_tokenizer");
	const splitsAtWhiteSpace = steps[0]?.type === "WhitespaceSplit";
	if (splitsAtWhiteSpace) steps.shift();
	const step = steps.shift();
	if (steps.length > 0) unusable("pre_tokenizer: type", steps[0]?.type);
	if (step === undefined) return { splitsAtWhiteSpace, metaspace: null };
	if (step.type !== "Metaspace") unusable("pre_tokenizer: type", step.type);
	const { replacement, split = true } = step;
	if (typeof replacement !== "string" || replacement.length !== 1) {
		unusable("pre_tokenizer: replacement", replacement);
	}
	if (typeof split !== "boolean") unusable("pre_tokenizer: split", split);
	// Files of older versions say it with a flag.
	const prepend = step.add_prefix_space === false ? "never" : (step.prepend_scheme ?? "always");
	if (prepend !== "always" && prepend !== "first" && prepend !== "never") {
		unusable("pre_tokenizer: prepend_scheme", prepend);
	}
	return { splitsAtWhiteSpace, metaspace: { replacement, prepend, split } };
}

function readUnigram(model: Json): UnigramVocabulary {
	if (model.byte_fallback === true) unusable("model: byte_fallback", true);
	const vocabulary = asList(model.vocab, "model: vocab");
	const pieces = vocabulary.map((entry): readonly [string, number] => {
		const [piece, score] = asList(entry, "model: vocab");
		if (typeof piece !== "string" || typeof score !== "number") unusable("model: vocab", entry);
		return [piece, score];
	});
	const unk = model.unk_id;
	if (!isIndex(unk) || unk >= pieces.length) unusable("model: unk_id", unk);
	return { pieces, unk };
}

/** A step, a Sequence of steps or nothing, as a list. */
function stepsOf(json: unknown, key: string, field: string): Json[] {
	if (json === null || json === undefined) return [];
	const step = asObject(json, field);
	if (step.type !== "Sequence") return [step];
	return asList(step[key], `${field}: ${key}`).map((inner) => asObject(inner, field));
}
