// config.json of a Hugging Face folder -> what the library needs to know of the model. The same for every folder that
// has no manifest.json; the worker reads it before it loads anything large.
import type { VocabularyFamily } from "../core/compat/vocabulary-family.ts";
import { CompressorError } from "../core/error.ts";
import { isRecord } from "../core/invalid-option.ts";

export interface HubConfig {
	/** `model_type`: `"bert"`, `"mobilebert"`, `"distilbert"`, `"xlm-roberta"`. */
	readonly architecture: string;
	readonly family: VocabularyFamily;
	/** Which of the two labels means "keep". */
	readonly keepLabel: number;
	/** Longest input in tokens, the special ones included; at most 512. */
	readonly maxTokens: number;
	/** Rows of the embedding table: every token's id is below it. */
	readonly vocabularySize: number;
}

/** Architectures for token classification with a vocabulary that worker/tokenizer knows. */
const families: Readonly<Record<string, VocabularyFamily>> = {
	bert: "bert",
	mobilebert: "bert",
	distilbert: "bert",
	"xlm-roberta": "xlm-r",
};

/** What the method was trained with (arXiv 2403.12968), and what windows are laid out for. */
const longestInput = 512;
/** With less, a window would hold a few words. */
const shortestInput = 32;

const keepNames = /^(?:keep|kept|preserve[d]?|retain(?:ed)?|true|yes|1)$/i;
const dropNames = /^(?:drop(?:ped)?|discard(?:ed)?|remove[d]?|delete[d]?|false|no|0)$/i;

/**
 * @param json the parsed file
 * @param url its place, for errors
 * @param keepLabel the caller's own word on which label means "keep"
 * @throws CompressorError "model-load-failed" that names the file, the field and the value seen.
 *
 * @example readHubConfig({ model_type: "bert", vocab_size: 100, max_position_embeddings: 512 }, url).keepLabel // 1
 */
export function readHubConfig(json: unknown, url: string, keepLabel?: number): HubConfig {
	const refuse: Refuse = (field, value, wanted) => {
		const seen = value === undefined ? "missing" : show(value);
		throw new CompressorError("model-load-failed", `${url}: ${field} must be ${wanted}; it is ${seen}.`);
	};
	if (!isRecord(json)) return refuse("the file", json, "a JSON object");
	const architecture = readArchitecture(json, refuse);
	const family = families[architecture] ?? "bert";
	const labels = readLabels(json, refuse);
	const positions = readCount(json, "max_position_embeddings", refuse);
	// XLM-R counts its positions from behind the padding token's place.
	const longest = family === "xlm-r" ? positions - 2 : positions;
	if (longest < shortestInput) {
		return refuse("max_position_embeddings", positions, `at least ${shortestInput} tokens of text`);
	}
	return {
		architecture,
		family,
		keepLabel: keepLabel ?? findKeepLabel(labels),
		maxTokens: Math.min(longest, longestInput),
		vocabularySize: readCount(json, "vocab_size", refuse),
	};
}

type Refuse = (field: string, value: unknown, wanted: string) => never;
type Fields = Readonly<Record<string, unknown>>;

function readArchitecture(json: Fields, refuse: Refuse): string {
	const { model_type: type, architectures } = json;
	const known = Object.keys(families).join(", ");
	if (typeof type !== "string" || !Object.hasOwn(families, type))
		return refuse("model_type", type, `one of ${known}`);
	if (architectures === undefined || architectures === null) return type;
	const isClassifier =
		Array.isArray(architectures) &&
		architectures.some((name) => typeof name === "string" && name.endsWith("ForTokenClassification"));
	return isClassifier ? type : refuse("architectures", architectures, "a model …ForTokenClassification");
}

/** Names of the two labels by their index; as many as a folder does not name are empty. */
function readLabels(json: Fields, refuse: Refuse): readonly string[] {
	const { id2label, num_labels: count } = json;
	const wanted = '2 labels, "keep" and another';
	if (count !== undefined && count !== 2) return refuse("num_labels", count, wanted);
	if (id2label === undefined || id2label === null) return [];
	if (!isRecord(id2label)) return refuse("id2label", id2label, wanted);
	const names = [id2label["0"], id2label["1"]];
	if (Object.keys(id2label).length !== 2) return refuse("id2label", id2label, wanted);
	return names.map((name) => (typeof name === "string" ? name : refuse("id2label", id2label, wanted)));
}

/** LLMLingua-2 names its labels LABEL_0 and LABEL_1, and 1 means "keep" (llmlingua 0.2.2, prompt_compressor.py). */
function findKeepLabel(labels: readonly string[]): number {
	for (const [at, label] of labels.entries()) {
		const other = labels[1 - at] ?? "";
		if (keepNames.test(label.trim()) && !keepNames.test(other.trim())) return at;
		if (dropNames.test(label.trim()) && !dropNames.test(other.trim())) return 1 - at;
	}
	return 1;
}

function readCount(json: Fields, field: string, refuse: Refuse): number {
	const value = json[field];
	if (!Number.isSafeInteger(value) || Number(value) < 1) return refuse(field, value, "an integer ≥ 1");
	return Number(value);
}

/** Something too deeply nested for JSON.stringify is shown by its type. */
function show(value: unknown): string {
	try {
		return (JSON.stringify(value) ?? String(value)).slice(0, 120);
	} catch {
		return typeof value;
	}
}
