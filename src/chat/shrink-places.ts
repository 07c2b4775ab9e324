// Many texts, one after the other: all or none. A list that is half compressed would be another prefix
// next time.
import type { Warning } from "../core/result.ts";
import { checkCompressor, type ShrinkOptions, shrinkValue, type TextCompressor } from "./shrink-text.ts";
import { replaceAt, type TextPath, type TextPlace } from "./text-place.ts";

/**
 * A {@link Warning}, and the text that its spans are ranges of: of a JSON value its JSON text, of a JSON text that is one
 * string the text in it.
 */
export interface TextWarning extends Warning {
	/** Where the text lies in what was given. */
	readonly path: TextPath;
}

/** What the compression of several texts did. */
export interface TextsSummary {
	/** Where a text became shorter, in order. */
	readonly changed: readonly TextPath[];
	/** LLM tokens of those texts before. */
	readonly sourceTokens: number;
	/** LLM tokens of those texts after: the difference is what is saved. */
	readonly keptTokens: number;
	/** The warnings of all texts that were compressed, but for "empty" and "already-short". */
	readonly warnings: readonly TextWarning[];
}

/** A text that may become shorter, and how. */
export interface ShrinkPlace extends TextPlace {
	readonly options: ShrinkOptions;
}

/**
 * @returns `root` with shorter texts at `places`, and what was done.
 * @throws CompressorError any code, from the first text that fails
 */
export async function shrinkPlaces<T>(
	compressor: TextCompressor,
	root: T,
	places: readonly ShrinkPlace[],
): Promise<TextsSummary & { readonly root: T }> {
	checkCompressor(compressor);
	const shorter: TextPlace[] = [];
	const warnings: TextWarning[] = [];
	let sourceTokens = 0;
	let keptTokens = 0;
	for (const { path, value, options } of places) {
		const shrunk = await shrinkValue(compressor, value, options);
		if (!shrunk) continue;
		const { result } = shrunk;
		for (const warning of result.warnings) {
			if (warning.code !== "empty" && warning.code !== "already-short") warnings.push({ ...warning, path });
		}
		if (shrunk.value === undefined) continue;
		shorter.push({ path, value: shrunk.value });
		sourceTokens += result.sourceTokens;
		keptTokens += result.keptTokens;
	}
	return {
		root: replaceAt(root, shorter),
		changed: shorter.map(({ path }) => path),
		sourceTokens,
		keptTokens,
		warnings,
	};
}
