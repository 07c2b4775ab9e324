// The outputs of tools among the items of OpenAI's Responses API: which texts of an item may become shorter. What is
// not plain text, what failed, and what is unknown here passes through as it is.
import { isRecord } from "../core/invalid-option.ts";
import type { TextPath, TextPlace } from "./text-place.ts";

/** Items whose `output` is a text, or a list of parts like those of a message. */
export const outputItems: readonly unknown[] = [
	"function_call_output",
	"custom_tool_call_output",
	"local_shell_call_output",
];

/** The texts of one of the other items; none of an item that is no tool's output. */
export function responseTexts(item: Record<string, unknown>, path: TextPath): TextPlace[] {
	const { type, output, outputs, status, error } = item;
	if (status === "failed" || (error !== undefined && error !== null)) return [];
	if (type === "mcp_call" || type === "apply_patch_call_output") return textsAt(output, [...path, "output"]);
	// What a command complains of is what the LLM has to act on, so `stderr` stays.
	if (type === "shell_call_output") return textsIn(output, "stdout", [...path, "output"]);
	if (type === "code_interpreter_call") return textsIn(outputs, "logs", [...path, "outputs"]);
	return [];
}

function textsIn(list: unknown, key: string, path: TextPath): TextPlace[] {
	if (!Array.isArray(list)) return [];
	return list.flatMap((entry, at) => (isRecord(entry) ? textsAt(entry[key], [...path, at, key]) : []));
}

function textsAt(value: unknown, path: TextPath): TextPlace[] {
	return typeof value === "string" ? [{ path, value }] : [];
}
