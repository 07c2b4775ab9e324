// Which texts of a message may become shorter, in the shapes of OpenAI (Chat Completions, Responses), the AI SDK
// (ModelMessage, UIMessage) and Anthropic. What isn't listed here passes through as it is.
import { isRecord } from "../core/invalid-option.ts";
import { outputItems, responseTexts } from "./response-texts.ts";
import type { TextPath, TextPlace } from "./text-place.ts";

/** Whose words a text is: a tool's result is the tool's, whatever the role of its message. */
export type Author = "user" | "assistant" | "tool";

export interface MessageText extends TextPlace {
	readonly author: Author;
}

const textParts: unknown[] = ["text", "input_text", "output_text"];

/** The texts of `messages[index]`; none of a system message, a tool call, or anything unknown. */
export function messageTexts(message: unknown, index: number): MessageText[] {
	if (!isRecord(message) || isBound(message)) return [];
	const { role, type, content, parts, output } = message;
	if (outputItems.includes(type)) return contentTexts(output, [index, "output"], "tool");
	if (type !== undefined && type !== "message") {
		return responseTexts(message, [index]).map((place) => ({ ...place, author: "tool" }));
	}
	if (role === "tool" || role === "function") return contentTexts(content, [index, "content"], "tool");
	if (role !== "user" && role !== "assistant") return [];
	if (Array.isArray(parts)) return parts.flatMap((part, at) => uiPartTexts(part, [index, "parts", at], role));
	return contentTexts(content, [index, "content"], role);
}

function contentTexts(content: unknown, path: TextPath, author: Author): MessageText[] {
	if (typeof content === "string") return [{ path, value: content, author }];
	if (!Array.isArray(content)) return [];
	return content.flatMap((part, at) => partTexts(part, [...path, at], author));
}

function partTexts(part: unknown, path: TextPath, author: Author): MessageText[] {
	if (!isRecord(part) || isBound(part)) return [];
	const { type, text, output, content } = part;
	if (textParts.includes(type) && typeof text === "string") {
		return [{ path: [...path, "text"], value: text, author }];
	}
	// In an assistant's message it is the result of a provider's own tool, which the provider checks.
	if (type === "tool-result" && author === "tool") return outputTexts(output, [...path, "output"]);
	if (type === "tool_result" && part.is_error !== true) {
		return contentTexts(content, [...path, "content"], "tool");
	}
	return [];
}

/** The output of an AI SDK tool result. An error stays whole: it is what the LLM has to act on. */
function outputTexts(output: unknown, path: TextPath): MessageText[] {
	if (!isRecord(output)) return [];
	const { type, value } = output;
	const place = [...path, "value"];
	if (type === "json") return jsonTexts(value, place);
	const isText = type === "text" ? typeof value === "string" : type === "content" && Array.isArray(value);
	return isText ? contentTexts(value, place, "tool") : [];
}

function uiPartTexts(part: unknown, path: TextPath, author: Author): MessageText[] {
	if (!isRecord(part)) return [];
	const { type, state, output } = part;
	const isTool = type === "dynamic-tool" || (typeof type === "string" && type.startsWith("tool-"));
	if (!isTool) return partTexts(part, path, author);
	if (state !== "output-available" || part.providerExecuted === true) return [];
	return jsonTexts(output, [...path, "output"]);
}

/** A tool's result as a JSON value. MCP's has parts of its own, whose texts are often JSON again. */
function jsonTexts(value: unknown, path: TextPath): MessageText[] {
	if (!isRecord(value) || !Array.isArray(value.content)) return [{ path, value, author: "tool" }];
	const { content, structuredContent, isError } = value;
	if (!content.every((part) => isRecord(part) && typeof part.type === "string")) {
		return [{ path, value, author: "tool" }];
	}
	if (isError === true) return [];
	const parts = contentTexts(content, [...path, "content"], "tool");
	if (structuredContent === undefined) return parts;
	return [...parts, { path: [...path, "structuredContent"], value: structuredContent, author: "tool" }];
}

/** A text that something else refers to by place, or that is signed, can't become another one. */
function isBound(node: Record<string, unknown>): boolean {
	const lists = [node.annotations, node.citations, node.logprobs];
	return (
		lists.some((list) => Array.isArray(list) && list.length > 0) ||
		isSigned(node.providerOptions) ||
		isSigned(node.providerMetadata)
	);
}

function isSigned(byProvider: unknown): boolean {
	if (!isRecord(byProvider)) return false;
	return Object.values(byProvider).some(
		(options) => isRecord(options) && Object.keys(options).some((key) => /signature/i.test(key)),
	);
}
