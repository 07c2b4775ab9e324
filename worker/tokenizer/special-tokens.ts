// Which tokens begin, end and fill up a window: told by the post-processor of tokenizer.json, else by their names.
import type { VocabularyFamily } from "../../src/core/compat/vocabulary-family.ts";
import { asList, asObject, isIndex, type Json, unusable } from "./json-fields.ts";

export interface SpecialTokens {
	readonly bos: number;
	readonly eos: number;
	readonly pad: number;
}

const names = {
	bert: { bos: "[CLS]", eos: "[SEP]", pad: "[PAD]" },
	"xlm-r": { bos: "<s>", eos: "</s>", pad: "<pad>" },
} as const satisfies Record<VocabularyFamily, Record<keyof SpecialTokens, string>>;

/**
 * @param json tokenizer.json, which a tokenizer was made of already
 * @throws CompressorError "model-load-failed" that names the token which is missing.
 */
export function readSpecialTokens(json: unknown, family: VocabularyFamily): SpecialTokens {
	const root = asObject(json, "tokenizer.json");
	const around =
		root.post_processor == null ? {} : readProcessor(asObject(root.post_processor, "post_processor"));
	const find = (token: keyof SpecialTokens) => idOf(root, names[family][token]);
	return { bos: around.bos ?? find("bos"), eos: around.eos ?? find("eos"), pad: find("pad") };
}

/** The id that a token has among the added ones, else in the vocabulary. */
function idOf(root: Json, token: string): number {
	for (const entry of asList(root.added_tokens ?? [], "added_tokens")) {
		const { id, content } = asObject(entry, "added_tokens");
		if (content === token && isIndex(id)) return id;
	}
	const { vocab } = asObject(root.model, "model");
	const id: unknown = Array.isArray(vocab)
		? vocab.findIndex((entry: unknown) => Array.isArray(entry) && entry[0] === token)
		: asObject(vocab, "model: vocab")[token];
	if (!isIndex(id)) unusable(`the token ${token}`, "missing");
	return id;
}

function readProcessor(processor: Json): Partial<SpecialTokens> {
	switch (processor.type) {
		case "BertProcessing":
		case "RobertaProcessing":
			return { bos: readPair(processor, "cls"), eos: readPair(processor, "sep") };
		case "TemplateProcessing":
			return readTemplate(processor);
		default:
			return {};
	}
}

function readPair(processor: Json, key: string): number {
	const [, id] = asList(processor[key], `post_processor: ${key}`);
	if (!isIndex(id)) unusable(`post_processor: ${key}`, id);
	return id;
}

/** One token before the text and one after it; a window is laid out like that. */
function readTemplate(processor: Json): Partial<SpecialTokens> {
	const field = "post_processor: single";
	const steps = asList(processor.single, field).map((step) => asObject(step, field));
	const [before, sequence, after] = steps.map((step) => step.SpecialToken);
	if (steps.length !== 3 || sequence !== undefined) unusable(field, processor.single);
	const tokens = asObject(processor.special_tokens, "post_processor: special_tokens");
	const id = (step: unknown) => {
		const name = asObject(step, field).id;
		const token = asObject(tokens[String(name)], `post_processor: special_tokens: ${String(name)}`);
		const [first, ...rest] = asList(token.ids, "post_processor: special_tokens: ids");
		if (!isIndex(first) || rest.length > 0) unusable("post_processor: special_tokens: ids", token.ids);
		return first;
	};
	return { bos: id(before), eos: id(after) };
}
