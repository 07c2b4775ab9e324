// What a model is to the worker. The manifest beside the weights says the rest.

/**
 * A model in a folder: one that `training/` has made, with `manifest.json` and the files it names; or one as
 * Hugging Face lays it out, with `config.json`, `tokenizer.json` and an ONNX graph for token classification.
 *
 * @example
 * const model: ModelSpec = {
 *   id: "support-mail",
 *   url: "https://static.example/models/support-mail/",
 *   weights: { wasm: { file: "onnx/model_quantized.onnx", dtype: "q8" } },
 * };
 */
export interface ModelSpec {
	/** What results and `ModelInfo` call it. */
	readonly id: string;
	/** Absolute URL of the model's folder, with a trailing slash. */
	readonly url: string;
	/**
	 * Of a folder without `manifest.json`: which graph each device gets. Default: `onnx/model.onnx`, else `model.onnx`,
	 * in float32, and no external data but `<graph>_data` where the graph names that.
	 */
	readonly weights?: WeightsByDevice | undefined;
	/** Of a folder without `manifest.json`: which label means "keep". Default: what `config.json` calls so, else 1. */
	readonly keepLabel?: number | undefined;
	/**
	 * ISO 639-1 codes of the languages that the model reads; texts in others then carry the warning
	 * `unsupported-language`. Default: those that `manifest.json` names, else not known, and no such warning.
	 */
	readonly languages?: readonly string[] | undefined;
}

/** A graph for each device; a device that is not named gets the other's. */
export interface WeightsByDevice {
	/** For WebAssembly. Default: what `webgpu` names. */
	readonly wasm?: WeightsFile | undefined;
	/** For WebGPU. Default: what `wasm` names. */
	readonly webgpu?: WeightsFile | undefined;
}

/** An ONNX file below the model's folder. */
export interface WeightsFile {
	/** For example `"onnx/model_fp16.onnx"`. */
	readonly file: string;
	/** What `ModelInfo.dtype` calls its weights. Default `"fp32"`. */
	readonly dtype?: string | undefined;
	/** Exact size, which is then checked. */
	readonly bytes?: number | undefined;
	/** Hex SHA-256, which is then checked. */
	readonly sha256?: string | undefined;
	/** Files with the graph's weights, below the model's folder. Default: `<file>_data` where the graph names that. */
	readonly externalData?: readonly Pick<WeightsFile, "file" | "bytes" | "sha256">[] | undefined;
}

/** A model some of whose files lie elsewhere, because a bundler has renamed them. */
export interface LocatedModel extends ModelSpec {
	/** Name in the folder → absolute URL. */
	readonly files?: FileUrls | undefined;
}

/** Name below a folder → absolute URL. */
export type FileUrls = Readonly<Record<string, string>>;

/** Where a file of a folder lies. */
export function fileUrl(folder: string, name: string, files: FileUrls = {}): string {
	return files[name] ?? `${folder}${name}`;
}

/** One set of weights. */
export interface ModelVariant {
	/** Relative to the manifest. */
	readonly file: string;
	readonly dtype: string;
	readonly bytes: number;
	/** Hex SHA-256 of the file. */
	readonly sha256: string;
}

/** `manifest.json` of a model folder. */
export interface ModelManifest {
	readonly id: string;
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	/** ISO 639-1 codes of the languages that the model was trained on. */
	readonly languages?: readonly string[];
	/** Longest input in tokens, the special ones and a question included. */
	readonly maxTokens: number;
	/**
	 * Of a text that is too long for one input: tokens that are read at once, the special ones included, a question not.
	 * From 16 to `maxTokens`, the default. The time that attention takes grows with the square of it.
	 */
	readonly windowTokens?: number;
	readonly bos: number;
	readonly eos: number;
	readonly pad: number;
	readonly tokenizer: string;
	/** Size of the tokenizer file. Without it that file's download shows no progress. */
	readonly tokenizerBytes?: number;
	readonly variants: { readonly wasm: ModelVariant; readonly webgpu: ModelVariant };
	readonly selfTest: string;
	/**
	 * Of a model that reads questions, whose graph has a second output, `relevance`: the longest question in tokens.
	 */
	readonly question?: { readonly maxTokens: number };
}

/** `self-test.json`: fixed windows and what the reference model answers. */
export interface SelfTest {
	readonly windows: readonly {
		readonly text: string;
		/** Token ids, the special ones included: `<s> text </s>`, or `<s> question </s></s> text </s>`. */
		readonly inputIds: readonly number[];
		/** Reference keep probability, one a token. */
		readonly keepProbability: readonly number[];
		/** With a question: where the text begins in the input. What is before it means nothing. Default 0. */
		readonly windowStart?: number;
		/** With a question: reference relevance, one a token. */
		readonly relevance?: readonly number[];
	}[];
}
