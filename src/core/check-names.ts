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
		if (name !== "options") {
			throw invalidOption(`${name}.${key}`, value, `left out: it is no option (${allowed.join(", ")} are)`);
		}
		throw invalidOption(key, value, optionHomes.get(key) ?? `left out: there is no such option${guess(key)}`);
	}
}

/** The option that was meant: letters swapped, left out at the end or added, one of them wrong, or in another case. */
function guess(wrong: string): string {
	const meant = [...optionHomes.keys()].find((name) => isNear(wrong.toLowerCase(), name.toLowerCase()));
	return meant ? `; is it ${meant}?` : "";
}

function isNear(one: string, other: string): boolean {
	if (one.length !== other.length) return one.length > 2 && (one.startsWith(other) || other.startsWith(one));
	const wrong = [...one].filter((letter, at) => letter !== other[at]).length;
	return wrong < 2 || sorted(one) === sorted(other);
}

const sorted = (letters: string) => [...letters].sort().join("");
