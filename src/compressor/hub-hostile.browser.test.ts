// Files of a model's folder that are not what they should be, through the real worker: every load ends, with an error
// that says what is wrong.
import { afterEach, describe, expect, it } from "vitest";
import { type Compressor, createCompressor } from "../compressor.ts";

const opened: Compressor[] = [];
afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));

const bert = "Arcoldd/llmlingua4j-bert-base-onnx";
const xlmR = "atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank";

async function failure(file: string, content: string, model: typeof bert | typeof xlmR = bert) {
	const hubUrl = `/small-hub/with/${file}=${content}/`;
	const compressor = createCompressor({ model, hubUrl, assetsUrl: "/", device: "wasm" });
	opened.push(compressor);
	return compressor.load().catch((error: unknown) => error);
}

const config = (fields: object) =>
	btoa(JSON.stringify({ model_type: "bert", vocab_size: 1200, max_position_embeddings: 512, ...fields }))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");

describe("a hostile folder ends in model-load-failed", () => {
	it.each([
		["config.json", "missing", /config\.json.*404/],
		["config.json", "empty", /config\.json/],
		["config.json", "html", /config\.json.*page/],
		["config.json", "cut", /config\.json/],
		["config.json", "deep", /config\.json/],
		["config.json", "nested", /config\.json: model_type/],
		["config.json", "huge", /config\.json: max_position_embeddings|vocab_size/],
		["config.json", config({ model_type: "gpt2" }), /config\.json: model_type .*gpt2/],
		["config.json", config({ id2label: { 0: "O", 1: "B", 2: "I" } }), /config\.json: id2label .*"B"/],
		["config.json", config({ vocab_size: 7 }), /vocab_size is 7/],
		["config.json", config({ model_type: "xlm-roberta" }), /xlm-roberta" has another tokenizer/],
		["config.json", config({ max_position_embeddings: 4 }), /max_position_embeddings/],
		["tokenizer.json", "missing", /tokenizer\.json.*404/],
		["tokenizer.json", "empty", /tokenizer\.json/],
		["tokenizer.json", "cut", /tokenizer\.json/],
		["tokenizer.json", "deep", /tokenizer\.json/],
		["tokenizer.json", "nested", /tokenizer cannot be used: model: type/],
		["model.onnx", "missing", /model\.onnx.*404/],
		["model.onnx", "empty", /model/],
		["model.onnx", "html", /model\.onnx.*page/],
		["model.onnx", "cut", /could not be started/],
		["model.onnx", "noise", /could not be started/],
		["model.onnx", "cyclic.onnx", /could not be started/],
		["model.onnx", "outside.onnx", /could not be started/],
		["model.onnx", "three-labels.onnx", /output logits is \[1, 512, 3\]/],
		["model.onnx", "flat.onnx", /output logits is \[1, 512\]/],
		["model.onnx", "integers.onnx", /no float32 output logits/],
		["model.onnx", "embedder.onnx", /outputs are last_hidden_state/],
		["model.onnx", "generator.onnx", /inputs are .*past_key_values/],
	] as const)("%s: %s", async (file, content, message) => {
		expect(await failure(file, content)).toMatchObject({
			name: "CompressorError",
			code: "model-load-failed",
			message: expect.stringMatching(message),
		});
	});

	it.each(["missing", "cut", "empty"])("external data: %s", async (content) => {
		expect(await failure("model.onnx_data", content, xlmR)).toMatchObject({ code: "model-load-failed" });
	});

	it("but a graph that answers nonsense is no device for it", async () => {
		expect(await failure("model.onnx", "not-a-number.onnx")).toMatchObject({ code: "no-device" });
	});
});

describe("a folder of one's own", () => {
	const url = new URL(`/small-hub-folder/${bert}/`, location.href).href;

	it.each([
		["without manifest.json", {}],
		["with its graph by name", { weights: { wasm: { file: "model.onnx", dtype: "float32" } } }],
		["that drops what the file keeps", { keepLabel: 0 }],
	] as const)("loads %s", async (_, more) => {
		const compressor = createCompressor({
			model: { id: "mine", url, ...more },
			assetsUrl: "/",
			device: "wasm",
		});
		opened.push(compressor);
		const { model, dtype } = await compressor.load();
		expect({ model, dtype }).toEqual({ model: "mine", dtype: "weights" in more ? "float32" : "fp32" });
		const { words } = await compressor.score("The tenant pays the rent.");
		const hub = createCompressor({ model: bert, hubUrl: "/small-hub", assetsUrl: "/", device: "wasm" });
		opened.push(hub);
		const { words: expected } = await hub.score("The tenant pays the rent.");
		const turned = (value: number) => ("keepLabel" in more ? 1 - value : value);
		for (const [at, { keepProbability }] of words.entries()) {
			expect(keepProbability).toBeCloseTo(turned(expected[at]?.keepProbability ?? Number.NaN), 4);
		}
		expect(words.length).toBeGreaterThan(4);
	});

	it("that has neither layout says so", async () => {
		const nowhere = { id: "mine", url: new URL("/small-hub-folder/no/where/", location.href).href };
		const compressor = createCompressor({ model: nowhere, assetsUrl: "/", device: "wasm" });
		opened.push(compressor);
		await expect(compressor.load()).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringMatching(/manifest\.json.*404.*config\.json.*404/),
		});
	});
});
