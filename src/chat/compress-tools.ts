// Tool definitions with shorter descriptions: what a model must spell exactly stays.

import type { LoadOptions, QuestionOptions } from "../compressor/compressor-options.ts";
import { checkSignal } from "../compressor/shared-checks.ts";
import { snapshot } from "../compressor/snapshot.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { shrinkPlaces, type TextsSummary } from "./shrink-places.ts";
import type { TextCompressor } from "./shrink-text.ts";
import { checkIsObject, checkTextOptions, type TextOptions } from "./text-options.ts";
import { toolTexts } from "./tool-texts.ts";

/** Options of {@link compressTools}. */
export interface CompressToolsOptions extends TextOptions, LoadOptions {
	/** Default 20. */
	readonly minTokens?: number | undefined;
}

/** What {@link compressTools} gives. */
export interface CompressedTools<Tools> extends TextsSummary {
	/** The shape that was given. What did not change is the same object. */
	readonly tools: Tools;
}

/**
 * Makes the descriptions of tools and of their parameters shorter, each by itself. Takes the tools of OpenAI (Chat
 * Completions or Responses), Anthropic or MCP as a list, the AI SDK's record of tools by name, one tool, or a plain
 * JSON Schema. Names, types, enums, `required`, defaults and examples stay, as does a property that is named
 * "description". Functions and the schemas of Zod and its like pass through as they are: give their JSON Schema
 * to make them shorter.
 *
 * @throws CompressorError any code; send the original tools then.
 *
 * @example
 * const { tools } = await compressTools(compressor, definitions, { rate: 0.6 });
 */
export async function compressTools<Tools extends object>(
	compressor: TextCompressor,
	tools: Tools,
	options: CompressToolsOptions = {},
): Promise<CompressedTools<Tools>> {
	if (typeof tools !== "object" || tools === null)
		throw invalidOption("tools", tools, "an array or an object");
	checkIsObject("options", options);
	const { signal, question, ...textOptions } = snapshot(options) as CompressToolsOptions & QuestionOptions;
	if (question !== undefined) {
		throw invalidOption("question", question, "left out: descriptions are for all questions");
	}
	checkSignal(signal);
	checkTextOptions(textOptions);
	const each = { ...textOptions, minTokens: textOptions.minTokens ?? 20, ...(signal && { signal }) };
	const places = toolTexts(tools).map((place) => ({ ...place, options: each }));
	const { root, ...summary } = await shrinkPlaces(compressor, tools, places);
	return { tools: root, ...summary };
}
