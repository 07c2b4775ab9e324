// The checks of a call's input and options: a wrong one fails at once, by name. Loaded with the first call.

import { checkNames } from "../core/check-names.ts";
import { validateSelectContextsOptions } from "../core/contexts/contexts-options.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";
import { validateProtect, validateSelectOptions } from "../core/validate.ts";
import type {
	CompressContextsOptions,
	CompressOptions,
	LoadOptions,
	ScoreOptions,
} from "./compressor-options.ts";
import { checkQuestion, checkSignal } from "./shared-checks.ts";

/**
 * A text, or a copy of several contexts: the caller's array may change while they are scored.
 *
 * @throws CompressorError "invalid-option" that names the first context that is no string
 */
export function checkInput(input: unknown): string | readonly string[] {
	if (typeof input === "string") return input;
	if (!Array.isArray(input)) throw invalidOption("text", input, "a string or an array of strings");
	return Array.from(input, (text: unknown, at) => {
		if (typeof text !== "string") throw invalidOption(`contexts[${at}]`, text, "a string");
		return text;
	});
}

/** @throws CompressorError "invalid-option" */
export function checkLoadOptions(options: LoadOptions): void {
	checkNames(options, ["signal"]);
	checkSignal(options.signal);
}

/** @throws CompressorError "invalid-option" */
export function checkScoreOptions(options: ScoreOptions): void {
	checkNames(options, ["signal", "question", "protect"]);
	checkSignal(options.signal);
	checkQuestion(options.question);
	validateProtect(options.protect);
}

/**
 * @param textLength see `validateSelectOptions`
 * @throws CompressorError "invalid-option"
 */
export function checkCompressOptions(
	options: CompressOptions | CompressContextsOptions,
	textLength: number,
): asserts options is CompressOptions {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
	const { signal, question, ...selectOptions } = options;
	checkSignal(signal);
	checkQuestion(question);
	validateSelectOptions(selectOptions, textLength);
}

/** @throws CompressorError "invalid-option" */
export function checkCompressContextsOptions(
	options: CompressOptions | CompressContextsOptions,
	contexts: readonly string[],
): asserts options is CompressContextsOptions {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
	const { signal, question, ...selectOptions } = options;
	checkSignal(signal);
	checkQuestion(question);
	validateSelectContextsOptions(
		selectOptions,
		contexts.map((text) => text.length),
	);
}
