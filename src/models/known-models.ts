// The models that the library knows by name: what each is, where its files lie in its folder, how large they are.
import type { VocabularyFamily } from "../core/compat/vocabulary-family.ts";
import { multilingualBertLanguages, xlmRobertaLanguages } from "./base-languages.ts";

/** A file of a model's folder. */
export interface ModelFile {
	/** Path below the folder. */
	readonly file: string;
	/** Exact size, where it is known. */
	readonly bytes?: number;
	/** To show before a download, where only a rounded size is known. */
	readonly approximateBytes?: number;
	/** Hex SHA-256, where it is known. */
	readonly sha256?: string;
}

/** The graph for one device, with what it needs beside it. */
export interface ModelWeights extends ModelFile {
	/** Data type of the weights: `"fp32"`, `"fp16"`, `"int8"`, `"q8"`, … */
	readonly dtype: string;
	/** Files in which the graph keeps its weights (`model.onnx_data`), in the graph's own folder. */
	readonly externalData?: readonly ModelFile[];
}

/** What is known of a model before anything of it is loaded. */
export interface KnownModel {
	/** Its key in {@link knownModels}: `"embedded"`, or `"<owner>/<name>"` on the hub. */
	readonly id: string;
	/** For people. */
	readonly name: string;
	/** How its tokenizer marks words. */
	readonly family: VocabularyFamily;
	/** ISO 639-1 codes of the languages it was trained for, as far as they are known. */
	readonly languages: readonly string[];
	/** Of the model that it was made from, where that had read more: it reads these by what it kept of them. */
	readonly baseLanguages?: readonly string[];
	/** SPDX identifier of the weights' licence, or `"unknown"`. */
	readonly licence: string;
	/** Its `tokenizer.json`. */
	readonly tokenizer: ModelFile;
	/** The graph for each device; the two may be the same file. */
	readonly weights: {
		/** For WebAssembly. */
		readonly wasm: ModelWeights;
		/** For WebGPU. */
		readonly webgpu: ModelWeights;
	};
	/** Which label of `logits` means "keep". Absent of a graph that answers the keep probability itself. */
	readonly keepLabel?: number;
	/** Longest input in tokens, the special ones included. */
	readonly maxTokens: number;
}

const tokenizer = { file: "tokenizer.json" };

/** The LLMLingua-2 models that others have converted, in float32 for every device: no other file of them is known. */
function published<Id extends string>(
	id: Id,
	model: Pick<KnownModel, "name" | "family" | "languages" | "baseLanguages" | "licence"> & {
		readonly graph: ModelFile;
	} & Pick<ModelWeights, "externalData">,
) {
	const { graph, externalData, ...rest } = model;
	const weights = { ...graph, dtype: "fp32", ...(externalData && { externalData }) };
	return {
		id,
		...rest,
		tokenizer,
		weights: { wasm: weights, webgpu: weights },
		keepLabel: 1,
		maxTokens: 512,
	};
}

/** Languages of MeetingBank, from which LLMLingua-2's own training data comes (arXiv 2403.12968, section 4). */
const meetingBank = ["en"];

/** Models that the library knows by name. `"embedded"` lies in the package itself, the others on the hub. */
export type KnownModelId =
	| "embedded"
	| "atjsh/llmlingua-2-js-tinybert-meetingbank"
	| "atjsh/llmlingua-2-js-mobilebert-meetingbank"
	| "Arcoldd/llmlingua4j-bert-base-onnx"
	| "atjsh/llmlingua-2-js-bert-base-multilingual-cased-meetingbank"
	| "atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank";

/**
 * What is known of each model that has a name, by its id.
 *
 * @example
 * knownModels.embedded.languages.includes("de"); // true
 */
export const knownModels: Readonly<Record<KnownModelId, KnownModel>> = {
	embedded: {
		id: "embedded",
		name: "promptsieve embedded",
		family: "xlm-r",
		languages: [
			...["en", "de", "es", "fr", "it", "pt", "nl", "pl", "ro", "cs", "sv", "tr", "vi", "id", "ru", "uk"],
			...["el", "ar", "he", "fa", "hi", "th", "zh", "ja", "ko"],
		],
		licence: "MIT",
		tokenizer: { file: "tokenizer.json", bytes: 2_031_439 },
		weights: {
			wasm: {
				file: "model-int8.onnx",
				dtype: "int8",
				bytes: 27_866_407,
				sha256: "685858da65e1bf603ddd6d297fcde9744854b71fd2cc7a5026bf27547de6c564",
			},
			webgpu: {
				file: "model-q8.onnx",
				dtype: "q8",
				bytes: 28_404_547,
				sha256: "42e15e1a614fbd73558df4b373e8d68f43ea3afb2ec3eef1bcc01b99e22a8b2f",
			},
		},
		maxTokens: 512,
	},
	"atjsh/llmlingua-2-js-tinybert-meetingbank": published("atjsh/llmlingua-2-js-tinybert-meetingbank", {
		name: "LLMLingua-2 TinyBERT",
		family: "bert",
		languages: meetingBank,
		licence: "unknown",
		graph: { file: "onnx/model.onnx", approximateBytes: 57_100_000 },
	}),
	"atjsh/llmlingua-2-js-mobilebert-meetingbank": published("atjsh/llmlingua-2-js-mobilebert-meetingbank", {
		name: "LLMLingua-2 MobileBERT",
		family: "bert",
		languages: meetingBank,
		licence: "unknown",
		graph: { file: "onnx/model.onnx", approximateBytes: 99_200_000 },
	}),
	"Arcoldd/llmlingua4j-bert-base-onnx": published("Arcoldd/llmlingua4j-bert-base-onnx", {
		name: "LLMLingua-2 BERT base multilingual (llmlingua4j)",
		family: "bert",
		languages: meetingBank,
		baseLanguages: multilingualBertLanguages,
		licence: "Apache-2.0",
		graph: { file: "model.onnx", approximateBytes: 710_000_000 },
	}),
	"atjsh/llmlingua-2-js-bert-base-multilingual-cased-meetingbank": published(
		"atjsh/llmlingua-2-js-bert-base-multilingual-cased-meetingbank",
		{
			name: "LLMLingua-2 BERT base multilingual",
			family: "bert",
			languages: meetingBank,
			baseLanguages: multilingualBertLanguages,
			licence: "Apache-2.0",
			graph: { file: "onnx/model.onnx" },
		},
	),
	"atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank": published(
		"atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank",
		{
			name: "LLMLingua-2 XLM-RoBERTa large",
			family: "xlm-r",
			languages: meetingBank,
			baseLanguages: xlmRobertaLanguages,
			licence: "MIT",
			graph: { file: "onnx/model.onnx" },
			externalData: [{ file: "onnx/model.onnx_data", approximateBytes: 2_240_000_000 }],
		},
	),
};

export const knownModelIds = Object.keys(knownModels) as readonly KnownModelId[];

/** What is known of a model, if anything is. */
export function findKnownModel(id: string): KnownModel | undefined {
	return Object.hasOwn(knownModels, id) ? knownModels[id as KnownModelId] : undefined;
}

/** ISO 639-1 codes of all languages that a model can read, each once, those that it was trained for first. */
export function languagesReadBy({ languages, baseLanguages = [] }: KnownModel): readonly string[] {
	return [...new Set([...languages, ...baseLanguages])];
}
