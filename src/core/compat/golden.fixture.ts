// What the Python reference answered (training/compat/make_golden.py), as tests read it.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Chunk } from "./chunks.ts";
import type { CompatOptions } from "./options.ts";
import type { VocabularyFamily } from "./vocabulary-family.ts";

export const goldenNames = ["xlm-r", "bert-cased", "bert-uncased"] as const;

export interface GoldenCase {
	readonly name: string;
	readonly contexts: readonly string[];
	/** The reference's own names. */
	readonly options: GoldenOptions;
	readonly structured?: boolean;
	readonly answer?: {
		readonly compressed_prompt: string;
		readonly compressed_prompt_list: readonly string[];
		readonly origin_tokens: number;
		readonly compressed_tokens: number;
		readonly fn_labeled_original_prompt?: string;
	};
	/** Where the reference fails: the exception's name. */
	readonly raises?: string;
}

interface GoldenOptions {
	readonly rate?: number;
	readonly target_token?: number;
	readonly force_tokens?: readonly string[];
	readonly force_reserve_digit?: boolean;
	readonly drop_consecutive?: boolean;
	readonly token_to_word?: "mean" | "first";
	readonly chunk_end_tokens?: readonly string[];
	readonly use_token_level_filter?: boolean;
	readonly use_context_level_filter?: boolean;
	readonly target_context?: number;
	readonly context_level_rate?: number;
	readonly context_level_target_token?: number;
	readonly force_context_ids?: readonly number[];
}

export interface Golden {
	readonly family: VocabularyFamily;
	readonly cases: readonly GoldenCase[];
	/** The model's tokenizer.json. */
	readonly tokenizer: unknown;
	/** All that the model was asked. */
	readonly chunks: readonly Chunk[];
	/** A token's id in `tokenizer`; undefined for one that is not in its vocabulary. */
	idOf(token: string): number | undefined;
	/** What the tokenizer made of a text. */
	tokenize(text: string): readonly string[];
	/** What the model said of a chunk's text; no tokens where it was not asked, as of chunks that stay whole. */
	read(text: string): Chunk;
}

interface GoldenFile {
	readonly cases: readonly GoldenCase[];
	readonly tokenizer: {
		readonly model: {
			readonly vocab: readonly (readonly [string, number])[] | Readonly<Record<string, number>>;
		};
	};
	readonly tokens: Readonly<Record<string, readonly string[]>>;
	readonly chunks: Readonly<
		Record<string, { readonly tokens: readonly string[]; readonly probabilities: string }>
	>;
}

export function loadGolden(name: (typeof goldenNames)[number]): Golden {
	const path = new URL(`../../../training/compat/golden/${name}.json.gz`, import.meta.url);
	const { cases, tokenizer, tokens, chunks } = JSON.parse(
		gunzipSync(readFileSync(path)).toString(),
	) as GoldenFile;
	const { vocab } = tokenizer.model;
	const ids = new Map(isList(vocab) ? vocab.map(([piece], id) => [piece, id]) : Object.entries(vocab));
	const read = (text: string): Chunk => {
		const chunk = chunks[text] ?? { tokens: [], probabilities: "" };
		const bytes = Uint8Array.from(Buffer.from(chunk.probabilities, "base64"));
		return { text, tokens: chunk.tokens, probabilities: new Float32Array(bytes.buffer) };
	};
	return {
		family: name === "xlm-r" ? "xlm-r" : "bert",
		cases,
		tokenizer,
		chunks: Object.keys(chunks).map(read),
		idOf: (token) => ids.get(token),
		tokenize: (text) => tokens[text] ?? missing(text),
		read,
	};
}

function isList(
	vocab: GoldenFile["tokenizer"]["model"]["vocab"],
): vocab is readonly (readonly [string, number])[] {
	return Array.isArray(vocab);
}

function missing(text: string): never {
	throw new Error(`The reference read no ${JSON.stringify(text)}.`);
}

/** The reference's options under this library's names. */
export function compatOptions(options: GoldenOptions): CompatOptions {
	return {
		rate: options.rate,
		targetTokens: options.target_token,
		force: options.force_tokens,
		keepDigits: options.force_reserve_digit,
		dropConsecutive: options.drop_consecutive,
		tokenToWord: options.token_to_word,
		filterTokens: options.use_token_level_filter,
		contextFilter:
			options.use_context_level_filter === false
				? undefined
				: {
						contexts: options.target_context,
						rate: options.context_level_rate,
						targetTokens: options.context_level_target_token,
						force: options.force_context_ids,
					},
	};
}
