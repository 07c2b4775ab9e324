import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { readHubConfig } from "./hub-config.ts";

const url = "https://hub.example/a/b/resolve/main/config.json";
const bert = { model_type: "bert", vocab_size: 30_522, max_position_embeddings: 512 };
const xlmR = { model_type: "xlm-roberta", vocab_size: 250_002, max_position_embeddings: 514 };

describe("readHubConfig", () => {
	it.each([
		[bert, { architecture: "bert", family: "bert", maxTokens: 512, vocabularySize: 30_522 }],
		[
			{ ...bert, model_type: "mobilebert" },
			{ architecture: "mobilebert", family: "bert" },
		],
		[
			{ ...bert, model_type: "distilbert" },
			{ architecture: "distilbert", family: "bert" },
		],
		[xlmR, { architecture: "xlm-roberta", family: "xlm-r", maxTokens: 512 }],
		[{ ...xlmR, max_position_embeddings: 258 }, { maxTokens: 256 }],
		[{ ...bert, max_position_embeddings: 8192 }, { maxTokens: 512 }],
		[{ ...bert, max_position_embeddings: 128 }, { maxTokens: 128 }],
		[{ ...bert, architectures: ["BertForTokenClassification"] }, { architecture: "bert" }],
	])("reads %o", (config, expected) => {
		expect(readHubConfig(config, url)).toMatchObject(expected);
	});

	it.each([
		[undefined, 1],
		[null, 1],
		[{ 0: "LABEL_0", 1: "LABEL_1" }, 1],
		[{ 0: "drop", 1: "keep" }, 1],
		[{ 0: "keep", 1: "drop" }, 0],
		[{ 0: "KEPT", 1: "other" }, 0],
		[{ 0: "preserve", 1: "discard" }, 0],
		[{ 0: "O", 1: "removed" }, 0],
		[{ 0: "1", 1: "0" }, 0],
		[{ 0: "keep", 1: "keep" }, 1],
	])("finds the label that means keep in %o", (id2label, keepLabel) => {
		expect(readHubConfig({ ...bert, id2label }, url).keepLabel).toBe(keepLabel);
	});

	it("takes the caller's word for the label", () => {
		expect(readHubConfig({ ...bert, id2label: { 0: "drop", 1: "keep" } }, url, 0).keepLabel).toBe(0);
	});

	it.each([
		["the file", [], "the file must be a JSON object; it is []"],
		["the file", null, "the file must be a JSON object; it is null"],
		["model_type", { ...bert, model_type: undefined }, "model_type must be one of bert"],
		["model_type", { ...bert, model_type: "llama" }, 'it is "llama"'],
		["model_type", { ...bert, model_type: "__proto__" }, "model_type"],
		["model_type", { ...bert, model_type: "toString" }, "model_type"],
		["architectures", { ...bert, architectures: ["BertForMaskedLM"] }, "BertForMaskedLM"],
		["architectures", { ...bert, architectures: "BertForTokenClassification" }, "architectures"],
		["num_labels", { ...bert, num_labels: 9 }, "num_labels must be 2 labels"],
		["id2label", { ...bert, id2label: { 0: "O", 1: "B-PER", 2: "I-PER" } }, '"B-PER"'],
		["id2label", { ...bert, id2label: { 0: "keep" } }, "id2label"],
		["id2label", { ...bert, id2label: { 1: "keep", 2: "drop" } }, "id2label"],
		["id2label", { ...bert, id2label: { 0: 0, 1: 1 } }, "id2label"],
		["id2label", { ...bert, id2label: "keep" }, "id2label"],
		["vocab_size", { ...bert, vocab_size: -1 }, "vocab_size must be an integer ≥ 1; it is -1"],
		["vocab_size", { ...bert, vocab_size: Number.POSITIVE_INFINITY }, "vocab_size"],
		["max_position_embeddings", { ...bert, max_position_embeddings: "512" }, "max_position_embeddings"],
		["max_position_embeddings", { ...bert, max_position_embeddings: 16 }, "at least 32"],
		["max_position_embeddings", { ...bert, max_position_embeddings: 1e300 }, "max_position_embeddings"],
	])("refuses a wrong %s, %o, by file and field", (_, config, message) => {
		const read = () => readHubConfig(config, url);
		expect(read).toThrow(CompressorError);
		expect(read).toThrow(expect.objectContaining({ code: "model-load-failed" }));
		expect(read).toThrow(message);
		expect(read).toThrow(url);
	});

	it("reads any JSON or refuses it", () => {
		fc.assert(
			fc.property(
				fc.jsonValue(),
				fc.constantFrom(...Object.keys(bert), "id2label", "architectures"),
				(value, key) => {
					try {
						const { maxTokens, keepLabel } = readHubConfig({ ...bert, [key]: value }, url);
						expect(maxTokens).toBeLessThanOrEqual(512);
						expect([0, 1]).toContain(keepLabel);
					} catch (error) {
						expect(error).toMatchObject({ code: "model-load-failed" });
					}
				},
			),
		);
	});
});
