// How a bad option is refused, wherever it is found: the error names the option, what it may be, and the value seen.
import { CompressorError } from "./error.ts";

/**
 * @param wanted what the option may be, to follow "must be"
 *
 * @example invalidOption("rate", 2, "a number, 0 < rate ≤ 1").message // "rate must be a number, 0 < rate ≤ 1; got 2."
 */
export function invalidOption(name: string, value: unknown, wanted: string): CompressorError {
	return new CompressorError("invalid-option", `${name} must be ${wanted}; got ${show(value)}.`);
}

/**
 * Refuses what is no object of options, and options that nobody knows: a misspelt name would do nothing, silently.
 *
 * @throws CompressorError `invalid-option`
 */
export function checkNames(options: object, allowed: readonly string[]): void {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
	for (const [name, value] of Object.entries(options)) {
		if (allowed.includes(name)) continue;
		throw invalidOption(name, value, `left out: it is no option (${allowed.join(", ")} are)`);
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** At most about 80 characters of a value. */
export function show(value: unknown): string {
	const shown = spell(value);
	return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
}

function spell(value: unknown): string {
	if (typeof value === "string") return JSON.stringify(value);
	if (typeof value !== "object" || value === null) return String(value);
	const kind = Object.prototype.toString.call(value);
	if (kind === "[object RegExp]" || kind === "[object URL]") return String(value);
	try {
		return JSON.stringify(value) ?? kind;
	} catch {
		return kind;
	}
}
