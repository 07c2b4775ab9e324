import { describe, expect, it } from "vitest";
import { CompressorError } from "../../src/core/error.ts";
import { createTokenizer, type TokenTable } from "./tokenizer.ts";

const metaspace = { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true };
const model = {
	type: "Unigram",
	unk_id: 0,
	vocab: [
		["<unk>", 0],
		["▁", -2],
		["▁ab", -3],
		["ab", -3.5],
		["a", -4],
		["b", -4],
		["</s>", 0],
	],
};
const file = { added_tokens: [], normalizer: null, pre_tokenizer: metaspace, model };

function tokens({ id, start, end }: TokenTable): number[][] {
	return Array.from(id, (value, at) => [value, start[at] ?? 0, end[at] ?? 0]);
}

describe("createTokenizer", () => {
	it.each([
		["null", null, "model: type is undefined"],
		["a page in place of the file", "<!doctype html>", "model: type is undefined"],
		["another model", { model: { type: "BPE" } }, 'model: type is "BPE"'],
		["no vocabulary", { ...file, model: { ...model, vocab: undefined } }, "model: vocab is undefined"],
		["an entry without a score", { ...file, model: { ...model, vocab: [["a"]] } }, 'model: vocab is ["a"]'],
		["unk beyond the vocabulary", { ...file, model: { ...model, unk_id: 7 } }, "model: unk_id is 7"],
		["bytes for unknowns", { ...file, model: { ...model, byte_fallback: true } }, "byte_fallback is true"],
		["another normalizer", { ...file, normalizer: { type: "BertNormalizer" } }, 'type is "BertNormalizer"'],
		["no charsmap", { ...file, normalizer: { type: "Precompiled" } }, "precompiled_charsmap is undefined"],
		[
			"a broken charsmap",
			{ ...file, normalizer: { type: "Precompiled", precompiled_charsmap: "%" } },
			"normalizer: precompiled_charsmap",
		],
		[
			"a pattern beyond white space",
			{ ...file, normalizer: { type: "Replace", pattern: { Regex: "a.b" }, content: "" } },
			'normalizer: pattern is {"Regex":"a.b"}',
		],
		["another pre-tokenizer", { ...file, pre_tokenizer: { type: "ByteLevel" } }, 'type is "ByteLevel"'],
		[
			"an added token matched after normalization",
			{ ...file, added_tokens: [{ id: 0, content: "x", normalized: true }] },
			"normalized of x is true",
		],
	])("names what it cannot use: %s", (_name, json, message) => {
		const create = () => createTokenizer(json);
		expect(create).toThrow(CompressorError);
		expect(create).toThrow(expect.objectContaining({ code: "model-load-failed" }));
		expect(create).toThrow(message);
	});

	// The expected values are those of Python's `tokenizers` 0.23 for the same file.
	it.each([
		[
			"prepends ▁ always",
			{},
			"ab abq",
			[
				[2, 0, 2],
				[2, 2, 5],
				[0, 5, 6],
			],
		],
		[
			"makes one token of unknown neighbours",
			{},
			"qqab",
			[
				[1, 0, 1],
				[0, 0, 2],
				[3, 2, 4],
			],
		],
		[
			"prepends ▁ only at the start of the text",
			{
				pre_tokenizer: { ...metaspace, prepend_scheme: "first" },
				added_tokens: [{ id: 6, content: "</s>" }],
			},
			"ab</s>ab",
			[
				[2, 0, 2],
				[6, 2, 6],
				[3, 6, 8],
			],
		],
		[
			"never prepends in an old file that says so",
			{
				pre_tokenizer: {
					type: "Metaspace",
					replacement: "▁",
					add_prefix_space: false,
					prepend_scheme: "never",
				},
			},
			"ab ab",
			[
				[3, 0, 2],
				[2, 2, 5],
			],
		],
		[
			"splits at white space first",
			{ pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "WhitespaceSplit" }, metaspace] } },
			"ab\n ab",
			[
				[2, 0, 2],
				[2, 4, 6],
			],
		],
		[
			"lets an added token take in white space",
			{ added_tokens: [{ id: 6, content: "</s>", lstrip: true, rstrip: true }] },
			"ab  </s> ab",
			[
				[2, 0, 2],
				[6, 2, 9],
				[2, 9, 11],
			],
		],
		[
			"collapses spaces onto the last one",
			{ normalizer: { type: "Replace", pattern: { Regex: " {2,}" }, content: " " } },
			"ab   ab",
			[
				[2, 0, 2],
				[2, 4, 7],
			],
		],
		[
			"replaces a literal",
			{ normalizer: { type: "Replace", pattern: { String: "q." }, content: "ab" } },
			"abq. q",
			[
				[2, 0, 2],
				[3, 3, 4],
				[1, 4, 5],
				[0, 5, 6],
			],
		],
	])("%s", (_name, change, text, expected) => {
		expect(tokens(createTokenizer({ ...file, ...change }).tokenize(text))).toEqual(expected);
	});
});
