import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { checkHubUrl, checkModel } from "./check-model.ts";
import { isHubId } from "./hub-id.ts";
import {
	findKnownModel,
	type KnownModelId,
	knownModelIds,
	knownModels,
	languagesReadBy,
} from "./known-models.ts";
import type { ModelManifest } from "./model-spec.ts";
import { resolveModel } from "./resolve-model.ts";

const hubUrl = "https://hub.example/";
const places = { embeddedModelUrl: "https://a.example/models/embedded/", hubUrl };

describe("knownModels", () => {
	it("says of the embedded model what its manifest does", () => {
		const path = new URL("../../public/models/embedded/manifest.json", import.meta.url);
		const manifest = JSON.parse(readFileSync(path, "utf8")) as ModelManifest;
		const { id, name, licence, languages, maxTokens, variants, tokenizerBytes } = manifest;
		const { weights, tokenizer, family, ...known } = knownModels.embedded;
		expect(known).toEqual({ id, name, licence, languages, maxTokens });
		expect(weights).toEqual(variants);
		expect(tokenizer).toEqual({ file: manifest.tokenizer, bytes: tokenizerBytes });
		expect(family).toBe("xlm-r");
	});

	it.each(knownModelIds)("has %s under its own id", (id) => {
		expect(findKnownModel(id)?.id).toBe(id);
		expect(id === "embedded" || isHubId(id)).toBe(true);
	});

	it.each(knownModelIds)("can say in which script each language of %s is written", (id) => {
		const languages = languagesReadBy(knownModels[id]);
		expect(new Set(languages).size).toBe(languages.length);
		expect(languages).toContain("en");
		for (const code of languages) expect(new Intl.Locale(code).maximize().script, code).toMatch(/^[A-Z]/);
	});

	it("knows what the base models had read", () => {
		const count = (id: KnownModelId) => languagesReadBy(knownModels[id]).length;
		expect(count("atjsh/llmlingua-2-js-tinybert-meetingbank")).toBe(1);
		// Of 104 two are Chinese; of 100 two Chinese, two Burmese, and four in Latin letters of another script's language.
		expect(count("Arcoldd/llmlingua4j-bert-base-onnx")).toBe(103);
		expect(count("atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank")).toBe(93);
	});

	it("knows nothing of others", () => {
		for (const id of ["a/b", "toString", "__proto__"]) expect(findKnownModel(id)).toBeUndefined();
	});
});

describe("resolveModel", () => {
	it("finds known models with their files, others of the hub without", () => {
		const known = resolveModel("Arcoldd/llmlingua4j-bert-base-onnx", places);
		expect(known).toMatchObject({
			url: "https://hub.example/Arcoldd/llmlingua4j-bert-base-onnx/resolve/main/",
			weights: { wasm: { file: "model.onnx", dtype: "fp32" } },
			keepLabel: 1,
			languages: expect.arrayContaining(["en", "de"]),
		});
		const other = { id: "me/mine", url: "https://hub.example/me/mine/resolve/main/" };
		expect(resolveModel("me/mine", places)).toEqual(other);
		expect(resolveModel("embedded", places)).toMatchObject({ url: places.embeddedModelUrl });
	});

	it("leaves a folder as it is", () => {
		const spec = { id: "a", url: "https://b.example/", keepLabel: 0 };
		expect(resolveModel(spec, places)).toBe(spec);
	});
});

describe("the option model", () => {
	const spec = { id: "a", url: "https://b.example/" };

	it.each([
		"embedded",
		"me/mine",
		"a.b-c_d/e.f",
		spec,
		{ ...spec, keepLabel: 0 },
		{ ...spec, languages: ["en", "zh-Hant"] },
		{ ...spec, weights: { webgpu: { file: "onnx/model_fp16.onnx", dtype: "fp16" } } },
		{ ...spec, weights: { wasm: { file: "m.onnx", externalData: [{ file: "m.onnx_data", bytes: 5 }] } } },
	])("may be %o", (model) => {
		expect(() => checkModel(model)).not.toThrow();
	});

	it.each([
		["large", "model"],
		["a/b/c", "model"],
		["../b", "model"],
		["a/..", "model"],
		["a/b?c", "model"],
		[{ ...spec, url: "https://b.example" }, "model.url"],
		[{ ...spec, keepLabel: 2 }, "model.keepLabel"],
		[{ ...spec, languages: [] }, "model.languages"],
		[{ ...spec, languages: "en" }, "model.languages"],
		[{ ...spec, languages: ["English"] }, "model.languages"],
		[{ ...spec, weights: {} }, "model.weights"],
		[{ ...spec, weights: { cpu: { file: "a.onnx" } } }, "model.weights.cpu"],
		[{ ...spec, weights: { wasm: "a.onnx" } }, "model.weights.wasm"],
		[{ ...spec, weights: { wasm: { file: "../a.onnx" } } }, "model.weights.wasm.file"],
		[{ ...spec, weights: { wasm: { file: "https://c.example/a.onnx" } } }, "model.weights.wasm.file"],
		[{ ...spec, weights: { wasm: { file: "a", bytes: 0.5 } } }, "model.weights.wasm.bytes"],
		[{ ...spec, weights: { wasm: { file: "a", sha256: "ab" } } }, "model.weights.wasm.sha256"],
		[{ ...spec, weights: { wasm: { file: "a", dtype: "" } } }, "model.weights.wasm.dtype"],
		[
			{ ...spec, weights: { wasm: { file: "a", externalData: ["b"] } } },
			"model.weights.wasm.externalData[0]",
		],
	])("may not be %o", (model, field) => {
		const check = () => checkModel(model);
		expect(check).toThrow(CompressorError);
		expect(check).toThrow(expect.objectContaining({ code: "invalid-option" }));
		expect(check).toThrow(`${field} must be`);
	});
});

describe("the option hubUrl", () => {
	it.each([
		[undefined, "https://huggingface.co/"],
		["https://hub.example", "https://hub.example/"],
		[new URL("https://hub.example/mirror"), "https://hub.example/mirror/"],
	])("%s is %s", (given, url) => {
		expect(checkHubUrl(given)).toBe(url);
	});

	it.each(["no url", "https://a.example/?b", "https://a.example/#b", 5, null])("may not be %o", (given) => {
		expect(() => checkHubUrl(given)).toThrow("hubUrl must be");
	});
});
