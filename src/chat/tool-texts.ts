// Which texts of tool definitions may become shorter: descriptions, in the shapes of OpenAI, the AI SDK,
// Anthropic and MCP.

import { isRecord } from "../core/invalid-option.ts";
import { schemaTexts } from "./schema-texts.ts";
import type { TextPath, TextPlace } from "./text-place.ts";

/** Where a tool's own fields lie: OpenAI's Chat Completions has them one level down. */
const wrappers = ["function", "custom"];
const schemaKeys = ["parameters", "inputSchema", "input_schema", "outputSchema", "output_schema"];

/** The descriptions in a list of tools, a record of tools by name, one tool, or a JSON Schema. */
export function toolTexts(tools: unknown): TextPlace[] {
	if (Array.isArray(tools)) return tools.flatMap((tool, at) => textsOfTool(tool, [at]));
	if (!isRecord(tools)) return [];
	// Of a tool or a schema at least the name or the type is a string.
	if (!Object.values(tools).every(isRecord)) return textsOfTool(tools, []);
	return Object.keys(tools).flatMap((name) => textsOfTool(tools[name], [name]));
}

function textsOfTool(tool: unknown, path: TextPath): TextPlace[] {
	if (!isRecord(tool)) return [];
	const { description, tools } = tool;
	const wrapped = wrappers.filter((key) => isRecord(tool[key]));
	const schemas = schemaKeys.filter((key) => key in tool);
	// OpenAI's namespaces hold tools of their own.
	const inner = Array.isArray(tools)
		? tools.flatMap((item, at) => textsOfTool(item, [...path, "tools", at]))
		: [];
	if (wrapped.length + schemas.length + inner.length === 0) return schemaTexts(tool, path);
	return [
		...(typeof description === "string" ? [{ path: [...path, "description"], value: description }] : []),
		...wrapped.flatMap((key) => textsOfTool(tool[key], [...path, key])),
		...schemas.flatMap((key) => parameterTexts(tool[key], [...path, key])),
		...inner,
	];
}

/** A JSON Schema, or one in the AI SDK's wrapper `jsonSchema()`, which makes it when it is asked for. */
function parameterTexts(schema: unknown, path: TextPath): TextPlace[] {
	if (!isRecord(schema)) return [];
	return Reflect.get(schema, Symbol.for("vercel.ai.schema")) === true
		? schemaTexts(schema.jsonSchema, [...path, "jsonSchema"])
		: schemaTexts(schema, path);
}
