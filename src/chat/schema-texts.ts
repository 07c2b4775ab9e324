// The descriptions in a JSON Schema: prose for the LLM, unlike a property that is named "description".
import { isRecord } from "../core/invalid-option.ts";
import type { TextPath, TextPlace } from "./text-place.ts";

/** Keywords whose value is a schema, or a list of them (JSON Schema 2020-12 and draft 7). */
const schemaKeywords = [
	..."items additionalItems prefixItems contains additionalProperties propertyNames unevaluatedItems".split(
		" ",
	),
	..."unevaluatedProperties contentSchema allOf anyOf oneOf not if then else".split(" "),
];
/** Keywords whose value has a schema by each name. */
const namedSchemaKeywords =
	"properties patternProperties $defs definitions dependentSchemas dependencies".split(" ");

/** Far beyond any schema in use; one that contains itself ends here. */
const maxDepth = 32;

/** Every `description` of `schema` and of the schemas inside it. Enums, defaults and examples hold none. */
export function schemaTexts(
	schema: unknown,
	path: TextPath = [],
	outer: readonly unknown[] = [],
): TextPlace[] {
	if (Array.isArray(schema)) return schema.flatMap((item, at) => schemaTexts(item, [...path, at], outer));
	if (!isRecord(schema) || isForeign(schema)) return [];
	if (outer.length >= maxDepth || outer.includes(schema)) return [];
	const around = [...outer, schema];
	const { description } = schema;
	const own = typeof description === "string" ? [{ path: [...path, "description"], value: description }] : [];
	const inner = schemaKeywords.flatMap((key) => schemaTexts(ownValue(schema, key), [...path, key], around));
	const named = namedSchemaKeywords.flatMap((key) => {
		const byName = ownValue(schema, key);
		if (!isRecord(byName)) return [];
		return Object.keys(byName).flatMap((name) => schemaTexts(byName[name], [...path, key, name], around));
	});
	return [...own, ...inner, ...named];
}

/**
 * A schema of another library is no JSON Schema, even where it is a plain object (Valibot's). The JSON Schemas that
 * Zod makes have this key, too, but hidden.
 */
function isForeign(schema: object): boolean {
	return Object.keys(schema).includes("~standard");
}

function ownValue(record: Record<string, unknown>, key: string): unknown {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
