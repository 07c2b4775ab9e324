// From a load request to an engine that can score: the manifest, the files it names, the session, the
// self-test. Called once per worker.
import type { LoadRequest, ModelInfo, ProgressListener } from "../src/bridge/worker-interface.ts";
import { CompressorError } from "../src/core/error.ts";
import { show } from "../src/core/invalid-option.ts";
import { missingFileAdvice } from "../src/models/missing-file-advice.ts";
import { fileUrl, type ModelManifest, type ModelVariant, type SelfTest } from "../src/models/model-spec.ts";
import { runtimeFiles } from "../src/models/runtime-files.ts";
import { DownloadMeter } from "./download-meter.ts";
import { openGpuDevice } from "./gpu-device.ts";
import { loadFile, loadJson, parseJson, type WantedFile } from "./load-files.ts";
import type { OpenRuntime } from "./runtime.ts";
import { measureAgreement, requireAgreement } from "./self-test.ts";
import { createSession, type WindowClassifier } from "./session.ts";
import { createTokenizer, type Tokenizer } from "./tokenizer/tokenizer.ts";

/** Everything that scoring needs. */
export interface Engine {
	readonly manifest: ModelManifest;
	readonly tokenizer: Tokenizer;
	readonly classifier: WindowClassifier;
	readonly info: ModelInfo;
}

/** @throws CompressorError "model-load-failed", "no-device" or "out-of-memory". */
export async function loadModel(
	request: LoadRequest,
	onProgress: ProgressListener,
	openRuntime: OpenRuntime,
): Promise<Engine> {
	const began = performance.now();
	const { device, model } = request;
	const gpu = device === "webgpu" ? await openGpuDevice() : undefined;

	const place = filePlaces(request);
	const manifestFile = place.model("manifest.json");
	const manifest = await loadManifest(manifestFile);
	const variant: ModelVariant | undefined = manifest.variants[device === "webgpu" ? "webgpu" : "wasm"];
	if (!variant)
		throw new CompressorError("no-device", `device "${device}": ${model.id} has no weights for it.`);
	const runtime = device === "cpu" ? undefined : runtimeFiles[device];
	const weightsFile = { ...place.model(variant.file), bytes: variant.bytes, sha256: variant.sha256 };
	const tokenizerFile = { ...place.model(manifest.tokenizer), bytes: manifest.tokenizerBytes };
	const wasmFile = runtime && { ...place.runtime(runtime.wasm.file), bytes: runtime.wasm.bytes };
	const glueFile = runtime && place.runtime(runtime.glue);
	const selfTestFile = place.model(manifest.selfTest);
	const meter = new DownloadMeter(model.id, onProgress);
	for (const wanted of [weightsFile, tokenizerFile, wasmFile]) {
		if (wanted?.bytes !== undefined) meter.announce(wanted.url, wanted.bytes, wanted.name);
	}
	const [weights, tokenizerJson, wasm, selfTest] = await Promise.all([
		loadFile(weightsFile, meter),
		loadFile(tokenizerFile, meter),
		wasmFile && loadFile(wasmFile, meter),
		loadJson(selfTestFile),
		// Only for its checks, and so that the import below finds a good answer in the browser's cache.
		glueFile && loadFile(glueFile),
	]);
	const bytes = weights.length + tokenizerJson.length;

	onProgress({ stage: "warm-up" });
	const tokenizer = createTokenizer(parseJson(tokenizerJson, tokenizerFile.url));
	const classifier = await createSession({
		device,
		maxThreads: request.threads,
		gpu,
		model: weights,
		web: glueFile && wasm && { glueUrl: glueFile.url, wasm },
		pad: manifest.pad,
		openRuntime,
	});
	requireAgreement(await measureAgreement(classifier, asSelfTest(selfTest, selfTestFile.url)), device);

	const info: ModelInfo = {
		model: model.id,
		version: manifest.version,
		device,
		dtype: variant.dtype,
		threads: classifier.threads,
		bytes,
		loadMs: performance.now() - began,
		...(manifest.question && { questionTokens: manifest.question.maxTokens }),
	};
	return { manifest, tokenizer, classifier, info };
}

/** Where the files lie, and what to do when one does not. */
function filePlaces({ model, wasmUrl, wasmFiles }: LoadRequest) {
	const isOurs = model.id === "embedded";
	return {
		model: (name: string) => ({
			name,
			url: fileUrl(model.url, name, model.files),
			...(isOurs ? { advice: missingFileAdvice } : { keepFor: model.id }),
		}),
		runtime: (name: string) => ({
			name,
			url: fileUrl(wasmUrl, name, wasmFiles),
			advice: missingFileAdvice,
		}),
	};
}

async function loadManifest(file: WantedFile): Promise<ModelManifest> {
	const { url } = file;
	// An old manifest out of the cache would refuse new files.
	const manifest = (await loadJson({ ...file, revalidate: true })) as Partial<ModelManifest> | null;
	const missing = (["variants", "tokenizer", "selfTest", "maxTokens", "bos", "eos", "pad"] as const).find(
		(key) => manifest?.[key] === undefined,
	);
	if (missing) throw new CompressorError("model-load-failed", `${url}: no "${missing}" in the manifest`);
	const { question, maxTokens = 0 } = manifest ?? {};
	// With less than half of the input left for the text, windows would be slivers.
	if (question && !(question.maxTokens >= 2 && question.maxTokens <= maxTokens / 2)) {
		const wanted = `from 2 to half of maxTokens; it is ${show(question.maxTokens)}`;
		throw new CompressorError("model-load-failed", `${url}: question.maxTokens must be ${wanted}`);
	}
	return manifest as ModelManifest;
}

function asSelfTest(json: unknown, url: string): SelfTest {
	const windows = (json as Partial<SelfTest> | null)?.windows;
	if (Array.isArray(windows) && windows.length > 0) return json as SelfTest;
	throw new CompressorError("model-load-failed", `${url}: no windows in the self-test`);
}
