// Refuses the names of options that nobody knows, or that are another call's: those are known by name.
import { invalidOption, isRecord } from "./invalid-option.ts";
import { optionHomes } from "./option-homes.ts";

/**
 * Refuses what is no plain object of options, options of other calls, and options that nobody knows: a misspelt name
 * would do nothing, silently. An option that is undefined is not given.
 *
 * @throws CompressorError `invalid-option`
 */
export function checkNames(options: unknown, allowed: readonly string[], name = "options"): void {
	if (!isRecord(options)) throw invalidOption(name, options, "an object");
	for (const [key, value] of Object.entries(options)) {
		if (value === undefined || allowed.includes(key)) continue;
		const of = name === "options" ? "" : `${name}.`;
		const home = of === "" ? optionHomes.get(key) : undefined;
		throw invalidOption(
			`${of}${key}`,
			value,
			home ?? `left out: it is no option (${allowed.join(", ")} are)`,
		);
	}
}
