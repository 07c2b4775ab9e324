import { describe, expect, it } from "vitest";
import { readSpecialTokens } from "./special-tokens.ts";

const bert = {
	added_tokens: [{ id: 100, content: "[UNK]" }],
	model: { type: "WordPiece", vocab: { "[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102 } },
};
const processor = { type: "BertProcessing", sep: ["[SEP]", 7], cls: ["[CLS]", 6] };
const template = {
	type: "TemplateProcessing",
	single: [{ SpecialToken: { id: "a" } }, { Sequence: { id: "A" } }, { SpecialToken: { id: "b" } }],
	special_tokens: { a: { ids: [11] }, b: { ids: [12] } },
};

describe("readSpecialTokens", () => {
	it.each([
		["their names", {}, { bos: 101, eos: 102, pad: 0 }],
		["BertProcessing", { post_processor: processor }, { bos: 6, eos: 7, pad: 0 }],
		["a template", { post_processor: template }, { bos: 11, eos: 12, pad: 0 }],
		["another processor", { post_processor: { type: "ByteLevel" } }, { bos: 101, eos: 102, pad: 0 }],
	])("goes by %s", (_, more, expected) => {
		expect(readSpecialTokens({ ...bert, ...more }, "bert")).toEqual(expected);
	});

	it.each([
		["no [CLS]", { model: { vocab: { "[PAD]": 0 } } }, "[CLS]"],
		["a template of two texts", { post_processor: { ...template, single: [] } }, "post_processor: single"],
		["a template without ids", { post_processor: { ...template, special_tokens: {} } }, "special_tokens: a"],
		["a processor without ids", { post_processor: { type: "BertProcessing" } }, "post_processor: cls"],
		["an id that is none", { post_processor: { ...processor, cls: ["[CLS]", -1] } }, "post_processor: cls"],
	])("refuses %s by name", (_, more, message) => {
		const read = () => readSpecialTokens({ ...bert, ...more }, "bert");
		expect(read).toThrow(expect.objectContaining({ code: "model-load-failed" }));
		expect(read).toThrow(message);
	});
});
