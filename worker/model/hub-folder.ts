// A folder as Hugging Face lays it out: config.json, tokenizer.json and a graph for token classification. Published
// LLMLingua-2 models, and what people export themselves.
import { CompressorError } from "../../src/core/error.ts";
import type { Device } from "../../src/core/result.ts";
import { readHubConfig } from "../../src/models/hub-config.ts";
import type { LocatedModel, WeightsFile } from "../../src/models/model-spec.ts";
import { loadJson } from "../files/load-files.ts";
import { readSpecialTokens } from "../tokenizer/special-tokens.ts";
import type { Locate, ModelFolder, ReadTokenizer } from "./model-folder.ts";

/** Where exports put the graph: with optimum's own layout, and that of transformers.js. */
const usualGraphs: readonly WeightsFile[] = [{ file: "onnx/model.onnx" }, { file: "model.onnx" }];

/** @throws CompressorError "model-load-failed" that names file and field. */
export async function readHubFolder(
	{ weights, keepLabel }: LocatedModel,
	device: Device,
	locate: Locate,
): Promise<ModelFolder> {
	const configFile = locate("config.json");
	const config = readHubConfig(
		await loadJson({ ...configFile, revalidate: true }),
		configFile.url,
		keepLabel,
	);
	const chosen =
		device === "webgpu" ? (weights?.webgpu ?? weights?.wasm) : (weights?.wasm ?? weights?.webgpu);
	const tokenizer = locate("tokenizer.json");
	const file = ({ file, bytes, sha256 }: WeightsFile) => ({ ...locate(file), bytes, sha256 });
	return {
		graphs: (chosen ? [chosen] : usualGraphs).map(file),
		dtype: chosen?.dtype ?? "fp32",
		externalData: chosen?.externalData?.map(file),
		tokenizer,
		keepLabel: config.keepLabel,
		frame({ json, family, idCount }: ReadTokenizer) {
			if (family !== config.family) {
				throw refuse(`model_type "${config.architecture}" has another tokenizer than ${tokenizer.url}`);
			}
			if (idCount > config.vocabularySize) {
				throw refuse(`vocab_size is ${config.vocabularySize}, but ${tokenizer.url} has ${idCount} tokens`);
			}
			const special = readSpecialTokens(json, config.family);
			const highest = Math.max(special.bos, special.eos, special.pad);
			if (highest >= config.vocabularySize) {
				throw refuse(`vocab_size is ${config.vocabularySize}, but ${tokenizer.url} has a token ${highest}`);
			}
			return { ...special, maxTokens: config.maxTokens };
		},
	};

	function refuse(what: string): CompressorError {
		return new CompressorError("model-load-failed", `${configFile.url}: ${what}.`);
	}
}
