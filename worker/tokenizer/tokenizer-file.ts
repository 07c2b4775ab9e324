// tokenizer.json, read and checked once: everything the tokenizer does later relies on this shape. Only what
// can be done exactly as Python's `tokenizers` does it is accepted; anything else is named in the error.
import { CompressorError } from "../../src/core/error.ts";
import type { UnigramVocabulary } from "./unigram.ts";

/** A token that is found in the text before anything else happens to it, such as `</s>`. */
export interface AddedToken {
	readonly id: number;
	readonly content: string;
	/** Whether it takes in the white space before, after it. */
	readonly lstrip: boolean;
	readonly rstrip: boolean;
}

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

type Json = Readonly<Record<string, unknown>>;

/** Patterns that match white space alone, so that a text can be cut before a space without changing a match. */
const spacePatterns = new Set([" {2,}", " +", "\\s+"]);

/** @throws CompressorError "model-load-failed", naming the field and the value seen. */
export function readTokenizerFile(json: unknown): TokenizerFile {
	const root = asObject(json, "tokenizer.json");
	return {
		addedTokens: asList(root.added_tokens ?? [], "added_tokens").map(readAddedToken),
		...readNormalizer(root.normalizer),
		...readPreTokenizer(root.pre_tokenizer),
		vocabulary: readUnigram(asObject(root.model, "model")),
	};
}

function readAddedToken(json: unknown): AddedToken {
	const token = asObject(json, "added_tokens");
	const { id, content, lstrip, rstrip } = token;
	if (!isIndex(id)) unusable("added_tokens: id", id);
	if (typeof content !== "string" || content === "") unusable("added_tokens: content", content);
	if (token.normalized === true) unusable(`added_tokens: normalized of ${content}`, true);
	if (token.single_word === true) unusable(`added_tokens: single_word of ${content}`, true);
	return { id, content, lstrip: lstrip === true, rstrip: rstrip === true };
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

function asObject(json: unknown, field: string): Json {
	if (typeof json !== "object" || json === null || Array.isArray(json)) unusable(field, json);
	return json as Json;
}

function asList(json: unknown, field: string): readonly unknown[] {
	if (!Array.isArray(json)) unusable(field, json);
	return json;
}

function isIndex(value: unknown): value is number {
	return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/** A literal text as a pattern that matches only it. */
export function escapePattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The error for a file that cannot be used. */
export function unusable(field: string, value: unknown): never {
	const seen = (JSON.stringify(value) ?? String(value)).slice(0, 80);
	throw new CompressorError("model-load-failed", `The tokenizer cannot be used: ${field} is ${seen}.`);
}
