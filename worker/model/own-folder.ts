// A folder with manifest.json: the embedded model, and what training/ makes.
import { CompressorError } from "../../src/core/error.ts";
import { show } from "../../src/core/invalid-option.ts";
import type { Device } from "../../src/core/result.ts";
import type { ModelManifest, ModelVariant } from "../../src/models/model-spec.ts";
import { loadJson, type WantedFile } from "../files/load-files.ts";
import type { Locate, ModelFolder } from "./model-folder.ts";

/** Tokens; in windows of fewer words have no context. */
const leastWindow = 16;

/** @throws CompressorError "model-load-failed" that names the field, "no-device" without weights for the device. */
export async function readOwnFolder(id: string, device: Device, locate: Locate): Promise<ModelFolder> {
	const manifest = await loadManifest(locate("manifest.json"));
	const variant: ModelVariant | undefined = manifest.variants[device === "webgpu" ? "webgpu" : "wasm"];
	if (!variant) throw new CompressorError("no-device", `device "${device}": ${id} has no weights for it.`);
	const { file, bytes, sha256, dtype } = variant;
	return {
		graphs: [{ ...locate(file), bytes, sha256 }],
		dtype,
		externalData: [],
		tokenizer: { ...locate(manifest.tokenizer), bytes: manifest.tokenizerBytes },
		selfTest: locate(manifest.selfTest),
		languages: languagesOf(manifest),
		frame: () => manifest,
	};
}

/** For warnings only: a manifest that names none, or something else, is no reason to refuse a model. */
function languagesOf({ languages }: Partial<ModelManifest>): readonly string[] | undefined {
	const isList = Array.isArray(languages) && languages.every((code) => typeof code === "string");
	return isList ? languages : undefined;
}

async function loadManifest(file: WantedFile): Promise<ModelManifest> {
	const { url } = file;
	// An old manifest out of the cache would refuse new files.
	const manifest = (await loadJson({ ...file, revalidate: true })) as Partial<ModelManifest> | null;
	const missing = (["variants", "tokenizer", "selfTest", "maxTokens", "bos", "eos", "pad"] as const).find(
		(key) => manifest?.[key] === undefined,
	);
	if (missing) throw new CompressorError("model-load-failed", `${url}: no "${missing}" in the manifest`);
	const { question, maxTokens = 0, windowTokens = maxTokens } = manifest ?? {};
	if (!(Number.isInteger(windowTokens) && windowTokens >= leastWindow && windowTokens <= maxTokens)) {
		const wanted = `an integer from ${leastWindow} to maxTokens; it is ${show(windowTokens)}`;
		throw new CompressorError("model-load-failed", `${url}: windowTokens must be ${wanted}`);
	}
	// With less than half of the input left for the text, windows would be slivers.
	if (question && !(question.maxTokens >= 2 && question.maxTokens <= maxTokens / 2)) {
		const wanted = `from 2 to half of maxTokens; it is ${show(question.maxTokens)}`;
		throw new CompressorError("model-load-failed", `${url}: question.maxTokens must be ${wanted}`);
	}
	return manifest as ModelManifest;
}
