// One text, made shorter by itself: the answer depends on the text and the options alone, so that a provider's
// prompt cache finds it again in every later turn.

import type { CompressOptions, QuestionOptions } from "../compressor/compressor-options.ts";
import { invalidOption } from "../core/invalid-option.ts";
import type { Span } from "../core/options.ts";
import type { CompressResult } from "../core/result.ts";
import { shares } from "../core/shares.ts";
import { jsonStrings } from "./json-strings.ts";
import { isSameShape, parseJson } from "./same-shape.ts";
import type { TextOptions } from "./text-options.ts";

/** The part of a `Compressor` that messages and tools need. */
export interface TextCompressor {
	/** As `compress` of a compressor does with one text. */
	compress(text: string, options?: CompressOptions): Promise<CompressResult>;
}

/** @throws CompressorError "invalid-option" */
export function checkCompressor(compressor: unknown): asserts compressor is TextCompressor {
	const compress: unknown = Reflect.get(Object(compressor), "compress");
	if (typeof compress === "function") return;
	throw invalidOption("compressor", compressor, "a compressor, as createCompressor makes one");
}

/** What one text is compressed with. */
export interface ShrinkOptions extends TextOptions, QuestionOptions {
	readonly minTokens: number;
}

export interface Shrunk {
	/** A shorter value of the same kind; absent: the value stays as it is. */
	readonly value?: unknown;
	readonly result: CompressResult;
}

/**
 * A shorter `value`: a text, or a JSON value by way of its JSON text. It stays as it is where the shorter text
 * would be blank (providers refuse that), would save nothing, or where JSON would change its shape. Of a JSON text that is one string, the text in it.
 *
 * @returns undefined if there is nothing to compress.
 * @throws CompressorError any code
 */
export async function shrinkValue(
	compressor: TextCompressor,
	value: unknown,
	options: ShrinkOptions,
): Promise<Shrunk | undefined> {
	const source = typeof value === "string" ? value : jsonText(value);
	const { minTokens, ...compressOptions } = options;
	const body = source?.trim();
	if (source === undefined || !body || hasFewerBytes(body, minTokens)) return undefined;

	const json = typeof value === "string" ? parseJson(body) : undefined;
	if (typeof json?.value === "string") {
		const inner = await shrinkValue(compressor, json.value, options);
		if (typeof inner?.value !== "string") return inner;
		return { ...inner, value: withEnds(source, body, JSON.stringify(inner.value)) };
	}

	const pin = json || typeof value !== "string" ? jsonStrings(body) : [];
	const ends = await endsOf(compressor, source, body, compressOptions);
	const compressed = await compressor.compress(body, {
		...compressOptions,
		...ends.amount,
		...(pin.length > 0 && { pin }),
	});
	if (compressed.sourceTokens < minTokens) return undefined;
	const result = counted(shifted(compressed, source.indexOf(body)), ends);
	const refused = { result: { ...result, warnings: [] } };
	if (result.text.trim() === "") return refused;
	if (result.keptTokens >= result.sourceTokens) return { result };
	if (typeof value !== "string") {
		const shorter = parseJson(result.text);
		return shorter && isSameShape(value, shorter.value) ? { value: shorter.value, result } : refused;
	}
	if (json && !isSameShape(json.value, parseJson(result.text)?.value)) return refused;
	return { value: ends.stay ? withEnds(source, body, result.text) : result.text, result };
}

/** An LLM token has at least one byte, so the model need not run to know that this text is short. */
function hasFewerBytes(text: string, count: number): boolean {
	return text.length < count && new TextEncoder().encode(text).length < count;
}

/** Parts of one message are often joined as they are: the white space at their ends keeps words apart. */
function withEnds(source: string, body: string, shorter: string): string {
	const start = source.indexOf(body);
	return source.slice(0, start) + shorter + source.slice(start + body.length);
}

/** The white space around a text: what it costs, and whether it stays. */
interface Ends {
	readonly tokens: number;
	readonly stay: boolean;
	/** What the budget leaves for the text between them; nothing where there is no budget. */
	readonly amount: { readonly targetTokens?: number };
}

/** White space counts against a budget; where it would take half of it or more, it goes. */
async function endsOf(
	compressor: TextCompressor,
	source: string,
	body: string,
	{ targetTokens }: CompressOptions,
): Promise<Ends> {
	const start = source.indexOf(body);
	let tokens = 0;
	for (const end of [source.slice(0, start), source.slice(start + body.length)]) {
		// A blank text needs no model to be counted.
		if (end !== "") tokens += (await compressor.compress(end)).sourceTokens;
	}
	if (targetTokens === undefined) return { tokens, stay: true, amount: {} };
	if (tokens * 2 >= targetTokens) return { tokens, stay: tokens === 0, amount: { targetTokens } };
	return { tokens, stay: true, amount: { targetTokens: targetTokens - tokens } };
}

/** The result with the white space around its text in its counts. */
function counted(result: CompressResult, { tokens, stay }: Ends): CompressResult {
	if (tokens === 0) return result;
	return { ...result, ...shares(result.sourceTokens + tokens, result.keptTokens + (stay ? tokens : 0)) };
}

/** The result with its ranges as they are in the text around its own. */
function shifted(result: CompressResult, by: number): CompressResult {
	const shift = (spans: readonly Span[]) => spans.map(([start, end]): Span => [start + by, end + by]);
	const warnings = result.warnings.map((warning) => ({ ...warning, spans: shift(warning.spans) }));
	return by === 0 ? result : { ...result, spans: shift(result.spans), warnings };
}

function jsonText(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		// A cycle or a BigInt: nothing that could be sent.
		return undefined;
	}
}
