// From a load request to an engine that can score: the manifest, the files it names, the session, the
// self-test. Called once per worker.
import type { LoadRequest, ModelInfo, ProgressListener } from "../src/bridge/worker-interface.ts";
import { CompressorError } from "../src/core/error.ts";
import { show } from "../src/core/invalid-option.ts";
import type { ModelManifest, ModelVariant, SelfTest } from "../src/models/model-spec.ts";
import { runtimeFiles } from "../src/models/runtime-files.ts";
import { DownloadMeter } from "./download-meter.ts";
import { openGpuDevice } from "./gpu-device.ts";
import { loadFile, loadJson, parseJson, type WantedFile } from "./load-files.ts";
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
export async function loadModel(request: LoadRequest, onProgress: ProgressListener): Promise<Engine> {
	const began = performance.now();
	const { device, model } = request;
	const gpu = device === "webgpu" ? await openGpuDevice() : undefined;

	const manifest = await loadManifest(`${model.url}manifest.json`);
	const variant: ModelVariant | undefined = manifest.variants[device];
	if (!variant)
		throw new CompressorError("no-device", `device "${device}": ${model.id} has no weights for it.`);
	const runtime = runtimeFiles[device];
	const files = {
		model: { url: `${model.url}${variant.file}`, bytes: variant.bytes, sha256: variant.sha256 },
		tokenizer: { url: `${model.url}${manifest.tokenizer}`, bytes: manifest.tokenizerBytes },
		wasm: { url: `${request.wasmUrl}${runtime.wasm.file}`, bytes: runtime.wasm.bytes },
	} satisfies Record<string, WantedFile>;
	const meter = new DownloadMeter(onProgress);
	for (const { url, bytes } of Object.values(files)) {
		if (bytes !== undefined) meter.announce(url, bytes);
	}
	const glueUrl = `${request.wasmUrl}${runtime.glue}`;
	const selfTestUrl = `${model.url}${manifest.selfTest}`;
	const [weights, tokenizerJson, wasm, selfTest] = await Promise.all([
		loadFile(files.model, meter),
		loadFile(files.tokenizer, meter),
		loadFile(files.wasm, meter),
		loadJson({ url: selfTestUrl }),
		// Only for its checks, and so that the import below finds a good answer in the browser's cache.
		loadFile({ url: glueUrl }),
	]);
	const bytes = weights.length + tokenizerJson.length;

	onProgress({ stage: "warm-up" });
	const tokenizer = createTokenizer(parseJson(tokenizerJson, files.tokenizer.url));
	const classifier = await createSession({
		device,
		gpu,
		model: weights,
		glueUrl,
		wasm,
		pad: manifest.pad,
	});
	requireAgreement(await measureAgreement(classifier, asSelfTest(selfTest, selfTestUrl)), device);

	const info: ModelInfo = {
		model: model.id,
		device,
		dtype: variant.dtype,
		threads: classifier.threads,
		bytes,
		loadMs: performance.now() - began,
		...(manifest.question && { questionTokens: manifest.question.maxTokens }),
	};
	return { manifest, tokenizer, classifier, info };
}

async function loadManifest(url: string): Promise<ModelManifest> {
	// An old manifest out of the cache would refuse new files.
	const manifest = (await loadJson({ url, revalidate: true })) as Partial<ModelManifest> | null;
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
