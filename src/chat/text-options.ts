// How much of each text is kept: the options that messages and tools have in common, and their checks.
import { CompressorError } from "../core/error.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";
import type { SelectOptions } from "../core/options.ts";
import { validateSelectOptions } from "../core/validate.ts";

/**
 * How each text is made shorter, by itself. At most one of `rate`, `targetTokens`, `threshold`, which apply to
 * every single text: there is no budget over all of them, because a text's share of it would change with each
 * further message. Default `rate: 0.5`.
 */
export interface TextOptions extends Omit<SelectOptions, "pin" | "drop"> {
	/** Texts of fewer LLM tokens stay as they are: an integer ≥ 0. */
	readonly minTokens?: number | undefined;
}

const amounts = ["rate", "targetTokens", "threshold"] as const;

/** `own` over `base`, but for what is undefined in it; one amount in `own` replaces whichever amount `base` has. */
export function inheritTextOptions(base: TextOptions, own: TextOptions): TextOptions {
	const { rate, targetTokens, threshold, ...others } = base;
	const hasAmount = amounts.some((name) => own[name] !== undefined);
	const given = Object.entries(own).filter(([, value]) => value !== undefined);
	return { ...(hasAmount ? others : base), ...Object.fromEntries(given) };
}

/**
 * @param name what the options belong to, if it isn't the call itself
 * @throws CompressorError "invalid-option" that names the option and the value
 */
export function checkTextOptions(options: TextOptions, name?: string): void {
	checkIsObject(name ?? "options", options);
	const { minTokens, ...select } = options;
	try {
		if (minTokens !== undefined && !(Number.isSafeInteger(minTokens) && minTokens >= 0))
			throw invalidOption("minTokens", minTokens, "an integer ≥ 0");
		for (const range of ["pin", "drop"]) {
			const value: unknown = Reflect.get(select, range);
			if (value !== undefined) throw invalidOption(range, value, "left out: it is for one text");
		}
		validateSelectOptions(select, 0);
	} catch (error) {
		if (name === undefined || !(error instanceof CompressorError)) throw error;
		throw new CompressorError(error.code, `In ${name}: ${error.message}`);
	}
}

/** @throws CompressorError "invalid-option" */
export function checkIsObject(name: string, value: unknown): void {
	if (!isRecord(value)) throw invalidOption(name, value, "an object");
}
