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

/** @example oneOf(["auto", "wasm"]) // '"auto" or "wasm"' */
export function oneOf(values: readonly string[]): string {
	const quoted = values.map((value) => JSON.stringify(value));
	return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/**
 * Whether a value is a plain object: an object literal, or one without a prototype. A Map, a Date, an AbortSignal or
 * an instance of a class is none: what it holds would be lost where it is copied.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	// Another realm's Object.prototype is as plain as this one's.
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const longest = 80;

/** A value as it is written, in at most about 80 characters. Whatever the value is, this does not throw. */
export function show(value: unknown): string {
	const shown = { text: "" };
	try {
		spell(value, shown, []);
	} catch {
		// A getter, a proxy or a name that throws.
		shown.text = "a value that cannot be shown";
	}
	if (shown.text.length <= longest) return shown.text;
	// Not between the halves of a surrogate pair.
	return `${shown.text.slice(0, longest - 3).replace(/[\ud800-\udbff]$/, "")}...`;
}

/** Adds `value` to `shown` until that is long enough: each step adds something, so it ends soon. */
function spell(value: unknown, shown: { text: string }, outer: readonly object[]): void {
	if (shown.text.length > longest) return;
	if (typeof value !== "object" || value === null) shown.text += spellPrimitive(value);
	else if (outer.includes(value)) shown.text += "…";
	else if (Array.isArray(value)) {
		shown.text += "[";
		for (let at = 0; at < value.length && shown.text.length <= longest; at++) {
			if (at > 0) shown.text += ",";
			spell(value[at], shown, [...outer, value]);
		}
		shown.text += "]";
	} else if (isRecord(value)) {
		shown.text += "{";
		for (const [at, key] of Object.keys(value).entries()) {
			if (shown.text.length > longest) break;
			shown.text += `${at > 0 ? "," : ""}${spellPrimitive(key)}:`;
			spell(value[key], shown, [...outer, value]);
		}
		shown.text += "}";
	} else shown.text += spellInstance(value);
}

function spellPrimitive(value: unknown): string {
	if (typeof value === "string") return JSON.stringify(value.slice(0, longest));
	if (typeof value === "bigint") return `${value}n`;
	if (typeof value === "function") return `function ${String(value.name).slice(0, longest)}()`;
	return Object.is(value, -0) ? "-0" : String(value);
}

function spellInstance(value: object): string {
	const kind = Object.prototype.toString.call(value);
	if (kind === "[object RegExp]" || kind === "[object URL]") return String(value);
	return kind === "[object Object]" ? `[object ${value.constructor.name}]` : kind;
}
