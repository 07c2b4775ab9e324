// From a load request to an engine that can score: what the folder holds, its files, the session, the self-test. Called
// once per worker. The weights come last, so all that can be done without them is done while they come.
import type { LoadRequest, ModelInfo, ProgressListener } from "../../src/bridge/worker-interface.ts";
import { CompressorError } from "../../src/core/error.ts";
import { missingFileAdvice } from "../../src/models/missing-file-advice.ts";
import { fileUrl, type SelfTest } from "../../src/models/model-spec.ts";
import { runtimeFiles } from "../../src/models/runtime-files.ts";
import { openGpuDevice } from "../device/gpu-device.ts";
import type { OpenRuntime, Runtime, RuntimeRequest, WebRuntime } from "../device/runtime.ts";
import { toCompressorError } from "../failure.ts";
import { DownloadMeter } from "../files/download-meter.ts";
import { forgetOldFiles } from "../files/forget-old-files.ts";
import { loadFile, loadJson, parseJson } from "../files/load-files.ts";
import { loadWasm } from "../files/load-wasm.ts";
import { createTokenizer, type Tokenizer } from "../tokenizer/tokenizer.ts";
import { type ExternalData, namedExternalData, pathFrom } from "./external-data.ts";
import { readHubFolder } from "./hub-folder.ts";
import type { FolderFile, Locate, ModelFolder, ModelFrame } from "./model-folder.ts";
import { readOwnFolder } from "./own-folder.ts";
import { measureAgreement, requireAgreement } from "./self-test.ts";
import { createSession, type WindowClassifier } from "./session.ts";
import { requireProbabilities } from "./warm-window.ts";

/** Everything that scoring needs. */
export interface Engine {
	readonly manifest: ModelFrame;
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
	const folder = await readFolder(request, place.model);
	const runtime = device === "cpu" ? undefined : runtimeFiles[device];
	const wasmFile = runtime && { ...place.runtime(runtime.wasm.file), bytes: runtime.wasm.bytes };
	const glueFile = runtime && place.runtime(runtime.glue);
	const meter = new DownloadMeter(model.id, onProgress);
	const announced = [...folder.graphs, ...(folder.externalData ?? []), folder.tokenizer, wasmFile];
	for (const wanted of announced) {
		if (wanted?.bytes !== undefined) meter.announce(wanted.url, wanted.bytes, wanted.name);
	}
	const web = glueFile && wasmFile && loadWebRuntime(glueFile, wasmFile, meter);
	const opening = openWith(openRuntime, { device, maxThreads: request.threads, gpu }, web);
	const [weights, { tokenizer, manifest, tokenizerBytes }, selfTest] = await Promise.all([
		loadWeights(folder, place.model, meter),
		loadTokenizer(folder, meter),
		folder.selfTest && loadJson(folder.selfTest),
		web,
	]);

	onProgress({ stage: "warm-up" });
	const classifier = await createSession({
		device,
		gpu,
		runtime: opening,
		model: weights.graph,
		externalData: weights.externalData,
		pad: manifest.pad,
		keepLabel: folder.keepLabel,
	});
	if (folder.selfTest) {
		const stored = asSelfTest(selfTest, folder.selfTest.url);
		requireAgreement(await measureAgreement(classifier, stored), device);
	} else await requireProbabilities(classifier, manifest, tokenizer, device);

	// Not waited for: nothing depends on it.
	if (folder.tokenizer.keepFor !== undefined) void forgetOldFiles(model.id, model.url);

	const languages = model.languages ?? folder.languages;
	const info: ModelInfo = {
		model: model.id,
		...(manifest.version !== undefined && { version: manifest.version }),
		...(languages && { languages }),
		device,
		dtype: folder.dtype,
		threads: classifier.threads,
		bytes: weights.bytes + tokenizerBytes,
		loadMs: performance.now() - began,
		...(manifest.question && { questionTokens: manifest.question.maxTokens }),
	};
	return { manifest, tokenizer, classifier, info };
}

/** Where the files lie, and what to do when one does not. */
function filePlaces({ model, wasmUrl, wasmFiles }: LoadRequest) {
	const isOurs = model.id === "embedded";
	return {
		model: (name: string): FolderFile => ({
			name,
			url: fileUrl(model.url, name, model.files),
			...(isOurs ? { advice: missingFileAdvice } : { keepFor: model.id }),
		}),
		runtime: (name: string): FolderFile => ({
			name,
			url: fileUrl(wasmUrl, name, wasmFiles),
			advice: missingFileAdvice,
		}),
	};
}

/** A folder whose weights the caller names, or the library knows, has no manifest.json; others are asked for one. */
async function readFolder({ model, device }: LoadRequest, locate: Locate): Promise<ModelFolder> {
	if (model.weights || model.keepLabel !== undefined) return readHubFolder(model, device, locate);
	try {
		return await readOwnFolder(model.id, device, locate);
	} catch (error) {
		if (model.id === "embedded" || !isMissing(error)) throw error;
		return await readHubFolder(model, device, locate).catch((second: unknown) => {
			throw isMissing(second) ? together(error, second) : second;
		});
	}
}

/** onnxruntime-web's own files. */
async function loadWebRuntime(
	glue: FolderFile,
	wasmFile: FolderFile,
	meter: DownloadMeter,
): Promise<WebRuntime> {
	const [wasm] = await Promise.all([
		loadWasm(wasmFile, meter),
		// Only for its checks, and so that the runtime's import finds a good answer in the browser's cache.
		loadFile(glue),
	]);
	return { glueUrl: glue.url, wasm };
}

/** Starts the runtime as soon as its files are there; whether it has failed is asked once all files are. */
function openWith(
	openRuntime: OpenRuntime,
	request: RuntimeRequest,
	web: Promise<WebRuntime> | undefined,
): Promise<Runtime> {
	const opening = (async () => {
		const files = await web;
		return openRuntime({ ...request, web: files }).catch((error: unknown) => {
			const from = files ? ` (${files.glueUrl})` : "";
			throw toCompressorError(error, "model-load-failed", `The runtime could not be started${from}`);
		});
	})();
	opening.catch(() => {
		// Heard by whoever awaits it, which may be nobody.
	});
	return opening;
}

/** The tokenizer, and how it lays out windows for the model. */
async function loadTokenizer({ tokenizer: file, frame }: ModelFolder, meter: DownloadMeter) {
	const content = await loadFile(file, meter);
	const json = parseJson(content, file.url);
	const tokenizer = createTokenizer(json);
	const manifest = frame({ json, family: tokenizer.family, idCount: tokenizer.idCount });
	return { tokenizer, manifest, tokenizerBytes: content.length };
}

/** The first graph that is there, with its weights. */
async function loadWeights(folder: ModelFolder, locate: Locate, meter: DownloadMeter) {
	let failure: unknown;
	for (const graph of folder.graphs) {
		const content = await loadFile(graph, meter).catch((error: unknown) => {
			if (!isMissing(error)) throw error;
			failure = failure === undefined ? error : together(failure, error);
		});
		if (!content) continue;
		const files = folder.externalData ?? namedExternalData(graph, content, locate);
		const externalData: ExternalData[] = await Promise.all(
			files.map(async (file) => ({ path: pathFrom(graph, file.name), data: await loadFile(file, meter) })),
		);
		const bytes = externalData.reduce((sum, { data }) => sum + data.length, content.length);
		return { graph: content, externalData, bytes };
	}
	throw failure;
}

/** Whether a file could not be had, as opposed to being wrong. */
function isMissing(error: unknown): error is CompressorError {
	return error instanceof CompressorError && error.code === "model-load-failed" && error.cause !== undefined;
}

function together(first: unknown, second: unknown): CompressorError {
	const messages = [first, second].map((error) => (error instanceof Error ? error.message : String(error)));
	return new CompressorError("model-load-failed", messages.join("; "), { cause: first });
}

function asSelfTest(json: unknown, url: string): SelfTest {
	const windows = (json as Partial<SelfTest> | null)?.windows;
	if (Array.isArray(windows) && windows.length > 0) return json as SelfTest;
	throw new CompressorError("model-load-failed", `${url}: no windows in the self-test`);
}
