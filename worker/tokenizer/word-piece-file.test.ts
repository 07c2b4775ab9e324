import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer } from "./tokenizer.ts";

const file = {
	added_tokens: [{ id: 0, content: "[UNK]", normalized: false }],
	normalizer: { type: "BertNormalizer", lowercase: true },
	pre_tokenizer: { type: "BertPreTokenizer" },
	model: { type: "WordPiece", unk_token: "[UNK]", vocab: { "[UNK]": 0, a: 1, "##b": 2 } },
};
const withModel = (fields: object) => ({ ...file, model: { ...file.model, ...fields } });
const withNormalizer = (fields: object) => ({ ...file, normalizer: { ...file.normalizer, ...fields } });

describe("a WordPiece tokenizer.json", () => {
	it("is read with the defaults of its writer", () => {
		const tokenizer = createTokenizer(file);
		expect(tokenizer).toMatchObject({ family: "bert", idCount: 3 });
		expect(Array.from(tokenizer.tokenize("ÁB c").id)).toEqual([1, 2, 0]);
	});

	it.each([
		["no pre-tokenizer", { ...file, pre_tokenizer: null }, "pre_tokenizer is null"],
		[
			"another pre-tokenizer",
			{ ...file, pre_tokenizer: { type: "ByteLevel" } },
			'pre_tokenizer: type is "ByteLevel"',
		],
		["no normalizer", { ...file, normalizer: undefined }, "normalizer is undefined"],
		["another normalizer", withNormalizer({ type: "NFC" }), 'normalizer: type is "NFC"'],
		["a flag that is none", withNormalizer({ lowercase: "yes" }), 'normalizer: lowercase is "yes"'],
		["a list for a vocabulary", withModel({ vocab: ["a"] }), "model: vocab"],
		["an id that is none", withModel({ vocab: { "[UNK]": 0, a: -1 } }), "model: vocab: a is -1"],
		["a huge id", withModel({ vocab: { "[UNK]": 0, a: 1e300 } }), "model: vocab: a"],
		["no unknown token", withModel({ vocab: { a: 1 } }), "model: unk_token"],
		["no prefix", withModel({ continuing_subword_prefix: "" }), "model: continuing_subword_prefix"],
		["endless words", withModel({ max_input_chars_per_word: 1e9 }), "model: max_input_chars_per_word"],
		[
			"an added token of normalized text",
			{ ...file, added_tokens: [{ id: 1, content: "a", normalized: true }] },
			"normalized of a",
		],
	])("is refused with %s", (_, json, message) => {
		expect(() => createTokenizer(json)).toThrow(expect.objectContaining({ code: "model-load-failed" }));
		expect(() => createTokenizer(json)).toThrow(message);
	});

	it("is read or refused, whatever a field holds", () => {
		const places = [
			"added_tokens",
			"normalizer",
			"pre_tokenizer",
			"vocab",
			"unk_token",
			"continuing_subword_prefix",
		];
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(...places), (value, place) => {
				const json = { ...withModel({ [place]: value }), ...(place in file && { [place]: value }) };
				try {
					expect(createTokenizer(json).tokenize("ab").id.length).toBeGreaterThan(0);
				} catch (error) {
					expect(error).toMatchObject({ code: "model-load-failed" });
				}
			}),
		);
	});
});
