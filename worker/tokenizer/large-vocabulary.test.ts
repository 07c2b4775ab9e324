// XLM-R's own tokenizer.json: 250,002 pieces, of which the embedded model has a part. One of that shape and size, made
// here, is read and used like any other.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSpecialTokens } from "./special-tokens.ts";
import { createTokenizer } from "./tokenizer.ts";

const path = new URL("../../public/models/embedded/tokenizer.json", import.meta.url);
const embedded = JSON.parse(readFileSync(path, "utf8")) as {
	readonly normalizer: unknown;
	readonly model: { readonly vocab: readonly (readonly [string, number])[] };
};
const pieceCount = 250_002;

/** The embedded vocabulary, then made-up pieces that no text below holds, then `<mask>`. */
function largeFile() {
	const vocab: (readonly [string, number])[] = [...embedded.model.vocab];
	while (vocab.length < pieceCount - 1) vocab.push([`▁${vocab.length.toString(36)}ქწ`, -20]);
	vocab.push(["<mask>", 0]);
	const special = [...["<s>", "<pad>", "</s>", "<unk>"].entries(), [pieceCount - 1, "<mask>"] as const];
	const added = ([id, content]: readonly [number, string]) => {
		return {
			id,
			content,
			lstrip: content === "<mask>",
			rstrip: false,
			normalized: false,
			single_word: false,
		};
	};
	const splits = [
		{ type: "WhitespaceSplit" },
		{ type: "Metaspace", replacement: "▁", add_prefix_space: true },
	];
	return {
		added_tokens: special.map(added),
		normalizer: embedded.normalizer,
		pre_tokenizer: { type: "Sequence", pretokenizers: splits },
		post_processor: {
			type: "TemplateProcessing",
			single: ["<s>", "A", "</s>"].map((id) =>
				id === "A" ? { Sequence: { id } } : { SpecialToken: { id } },
			),
			special_tokens: { "<s>": { ids: [0] }, "</s>": { ids: [2] } },
		},
		model: { type: "Unigram", unk_id: 3, vocab, byte_fallback: false },
	};
}

it("reads a vocabulary of XLM-R's size, with the tokens of the smaller one", () => {
	const json: unknown = JSON.parse(JSON.stringify(largeFile()));
	const large = createTokenizer(json);
	const small = createTokenizer(embedded);
	expect(large.idCount).toBe(pieceCount);
	expect(readSpecialTokens(json, "xlm-r")).toEqual({ bos: 0, eos: 2, pad: 1 });
	for (const text of [
		"The tenant shall not sublet the flat.",
		"東京で開かれた会議",
		"Мы не можем ответить до пятницы",
	]) {
		expect(large.tokenize(text).id).toEqual(small.tokenize(text).id);
	}
	expect(large.tokenize("a <mask>").id.at(-1)).toBe(pieceCount - 1);
});
