// Reads tokenizer.json field by field: what has another shape than it should is named in the error.
import { CompressorError } from "../../src/core/error.ts";

export type Json = Readonly<Record<string, unknown>>;

export function asObject(json: unknown, field: string): Json {
	if (typeof json !== "object" || json === null || Array.isArray(json)) unusable(field, json);
	return json as Json;
}

export function asList(json: unknown, field: string): readonly unknown[] {
	if (!Array.isArray(json)) unusable(field, json);
	return json;
}

/** An index that fits into a token table: below 2 ** 31. */
export function isIndex(value: unknown): value is number {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

/** The error for a file that cannot be used. */
export function unusable(field: string, value: unknown): never {
	throw new CompressorError("model-load-failed", `The tokenizer cannot be used: ${field} is ${seen(value)}.`);
}

/** Something too deeply nested for JSON.stringify is shown by its type. */
function seen(value: unknown): string {
	try {
		return (JSON.stringify(value) ?? String(value)).slice(0, 80);
	} catch {
		return typeof value;
	}
}
