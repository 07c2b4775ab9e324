// The options of a compressor and of its calls, and their checks: a wrong one fails at once, by name,
// before anything is loaded.
import { defaultSilence, leastSilence } from "../bridge/watchdog.ts";
import type { ProgressListener } from "../bridge/worker-interface.ts";
import type { BrowserWorker, WorkerSource } from "../bridge/worker-source.ts";
import { checkNames } from "../core/check-names.ts";
import type { CompatChoice, CompatContextsChoice } from "../core/compat/options.ts";
import type { SelectContextsOptions } from "../core/contexts/contexts-options.ts";
import type { EncodingName } from "../core/count/count.ts";
import { invalidOption, oneOf } from "../core/invalid-option.ts";
import type { ProtectOptions, SelectOptions } from "../core/options.ts";
import { type AssetUrls, resolveAssets } from "../models/assets.ts";
import { checkHubUrl, checkModel } from "../models/check-model.ts";
import type { HubModelId } from "../models/hub-id.ts";
import type { KnownModelId } from "../models/known-models.ts";
import type { FileUrls, ModelSpec } from "../models/model-spec.ts";
import type { ModelOption, ModelPlaces } from "../models/resolve-model.ts";
import { type DevicePreference, devicePreferences } from "./device/device-candidates.ts";
import type { ModelChange } from "./progressive-compressor.ts";
import { tell } from "./tell.ts";

const encodings: readonly EncodingName[] = ["o200k_base", "cl100k_base"];

/** Options of {@link createCompressor}. */
export interface CompressorOptions {
	/**
	 * The model that reads the text: `"embedded"`, the default, which lies in the package; an LLMLingua-2 model of the
	 * Hugging Face hub as `"<owner>/<name>"`, which is downloaded from there; or a folder of your own.
	 */
	readonly model?: KnownModelId | (HubModelId & {}) | ModelSpec | undefined;
	/**
	 * The server that models named `"<owner>/<name>"` come from, as `<hubUrl>/<owner>/<name>/resolve/main/<file>`;
	 * relative to the document. Default `"https://huggingface.co/"`.
	 */
	readonly hubUrl?: string | URL | undefined;
	/**
	 * Where the model runs. Default `"auto"`: on a machine with a real GPU WebGPU or WASM, whichever runs a window faster
	 * of those that pass the self-test, measured once and remembered in `localStorage`; elsewhere WASM.
	 * `"webgpu"` also takes an adapter in software, and fails with "no-device" where there is none.
	 */
	readonly device?: DevicePreference | undefined;
	/**
	 * Folder that holds what the package's `dist/lib/promptsieve/` does (`worker.js`, `ort/`, `models/embedded/`);
	 * relative to the document. Default: the package's own files, where the bundler has put them.
	 */
	readonly assetsUrl?: string | URL | undefined;
	/**
	 * Starts the worker, in place of the one that the library finds by itself. Called for every device that is
	 * tried and after a crash, so it makes a new `Worker` each time; its script is `promptsieve/worker` (in Vite `import … from
	 * "promptsieve/worker?worker"`). In browsers only.
	 *
	 * @example
	 * const start = () => new Worker(new URL("promptsieve/worker", import.meta.url), { type: "module" }); // webpack
	 * const compressor = createCompressor({ worker: start });
	 */
	readonly worker?: (() => BrowserWorker) | undefined;
	/**
	 * Milliseconds after which a worker that is at work and gives no sign of life is taken to hang: it is ended, and a
	 * fresh one goes on, on another device if there is one. At least 2,000; `Infinity`: wait for ever. Default 180,000.
	 *
	 * A worker says nothing while it starts the model or runs one window: with the embedded model half a second, with
	 * one that is fifty times as large on a slow phone more than a minute. Time in which the page itself was frozen
	 * does not count.
	 */
	readonly workerTimeoutMs?: number | undefined;
	/** How LLM tokens are counted. Default `"o200k_base"`. A function gets a text and answers an integer ≥ 0. */
	readonly countTokens?: EncodingName | ((text: string) => number) | undefined;
	/**
	 * Hears of downloads, warm-up and windows scored, of every call. What it throws, or rejects with, fails no call: a
	 * page hears of it by `reportError`, as of any uncaught error; Node logs it with `console.error`.
	 */
	readonly onProgress?: ProgressListener | undefined;
	/**
	 * With a model other than the embedded one: the embedded one answers until that one is loaded, and this hears when
	 * it takes over, or why it can't. A text scored before keeps its scores; score it again for the chosen model's. What
	 * this throws is reported as `onProgress`'s is. Default: calls wait for the chosen model.
	 *
	 * @example
	 * const model = "atjsh/llmlingua-2-js-tinybert-meetingbank";
	 * createCompressor({ model, onModelChange: ({ info, failure }) => console.log(info.model, failure?.message) });
	 */
	readonly onModelChange?: ((change: ModelChange) => void) | undefined;
}

/** Options of `load`. */
export interface LoadOptions {
	/** Rejects the call with code "aborted"; the download ends too unless another call waits for it. */
	readonly signal?: AbortSignal | undefined;
}

/** What `score` and `compress` have in common. */
export interface QuestionOptions extends LoadOptions {
	/**
	 * What the LLM will be asked about the text. The model reads it together with the text: words that the question
	 * needs then rank above everything else, passages that do not answer it last, over the whole text. Keep
	 * probabilities become scores for this question, 0–1 as before, not calibrated. Default, and the same as an empty
	 * or blank one: no question.
	 *
	 * A question of more than `ModelInfo.questionTokens` tokens is read from both ends, half of that each; the result
	 * then carries the warning "question-shortened". A model that reads no questions refuses one with "invalid-option".
	 *
	 * @example
	 * await compressor.compress(transcript, { question: "Who writes to the warehouse?", rate: 0.2 });
	 */
	readonly question?: string | undefined;
}

/** Options of `score`. */
export interface ScoreOptions extends QuestionOptions {
	/** What `select` protects unless told otherwise. Default: all kinds but `number`. */
	readonly protect?: ProtectOptions | undefined;
}

/** Options of `compress`: how much to keep, a question, and a signal. */
export interface CompressOptions extends SelectOptions, QuestionOptions, CompatChoice {}

/** Options of `compress` for several contexts. */
export interface CompressContextsOptions
	extends SelectContextsOptions,
		QuestionOptions,
		CompatContextsChoice {}

/** {@link CompressorOptions} with every default in its place. */
export interface ResolvedOptions {
	readonly model: ModelOption;
	/** Where models lie that are named by an id alone. */
	readonly places: ModelPlaces;
	readonly device: DevicePreference;
	readonly wasmUrl: string;
	readonly wasmFiles: FileUrls | undefined;
	readonly worker: WorkerSource;
	readonly workerTimeoutMs: number;
	readonly countTokens: EncodingName | ((text: string) => number);
	readonly onProgress: ProgressListener;
	/** Given: the embedded model answers until `model` is loaded. */
	readonly onModelChange: ((change: ModelChange) => void) | undefined;
}

/** @throws CompressorError "invalid-option" that names the option and the value. */
export function resolveOptions(options: CompressorOptions): ResolvedOptions {
	checkNames(options, [
		"model",
		"hubUrl",
		"device",
		"assetsUrl",
		"worker",
		"workerTimeoutMs",
		"countTokens",
		"onProgress",
		"onModelChange",
	]);
	const { model = "embedded", device = "auto", countTokens = "o200k_base" } = options;
	const { onProgress, onModelChange } = options;
	if (!devicePreferences.includes(device)) throw invalidOption("device", device, oneOf(devicePreferences));
	if (typeof countTokens !== "function" && !encodings.includes(countTokens)) {
		throw invalidOption("countTokens", countTokens, `${oneOf(encodings)} or a function`);
	}
	if (onProgress !== undefined && typeof onProgress !== "function") {
		throw invalidOption("onProgress", onProgress, "a function");
	}
	if (onModelChange !== undefined && typeof onModelChange !== "function") {
		throw invalidOption("onModelChange", onModelChange, "a function");
	}
	checkModel(model);
	const hubUrl = checkHubUrl(options.hubUrl);
	if (options.worker !== undefined && typeof options.worker !== "function") {
		throw invalidOption("worker", options.worker, "a function that returns a new Worker each time");
	}
	const { workerTimeoutMs = defaultSilence } = options;
	if (typeof workerTimeoutMs !== "number" || !(workerTimeoutMs >= leastSilence)) {
		throw invalidOption("workerTimeoutMs", workerTimeoutMs, `a number of milliseconds ≥ ${leastSilence}`);
	}
	const assets = resolveAssetsOption(options.assetsUrl);
	return {
		model,
		places: { ...assets, hubUrl },
		device,
		wasmUrl: assets.wasmUrl,
		wasmFiles: assets.wasmFiles,
		worker: options.worker ?? assets.workerUrl,
		workerTimeoutMs,
		countTokens,
		onProgress: (event) => tell(onProgress, event),
		onModelChange:
			onModelChange && model !== "embedded" ? (change) => tell(onModelChange, change) : undefined,
	};
}

function resolveAssetsOption(assetsUrl: string | URL | undefined): AssetUrls {
	try {
		if (assetsUrl !== undefined && typeof assetsUrl !== "string" && !(assetsUrl instanceof URL)) {
			throw new TypeError();
		}
		return resolveAssets(assetsUrl, globalThis.document?.baseURI ?? globalThis.location?.href);
	} catch {
		throw invalidOption("assetsUrl", assetsUrl, "a URL, absolute or relative to the document");
	}
}
