// The first thing a selection does: every bad option is a CompressorError that names it and the value seen.

import { checkNames } from "./check-names.ts";
import { CompressorError } from "./error.ts";
import { invalidOption, isRecord, show } from "./invalid-option.ts";
import type { ProtectOptions, SelectOptions, Span } from "./options.ts";

const amounts = ["rate", "targetTokens", "threshold"] as const;
const protectKinds = ["code", "url", "placeholder", "markup", "negation", "number"] as const;
const switches = ["keepDigits", "dropConsecutive"] as const;
/** The names of all options of a selection. */
export const selectNames: readonly string[] = [...amounts, "protect", "force", ...switches, "pin", "drop"];

/**
 * Checks the options of a selection.
 *
 * @param textLength the source's length in UTF-16 code units, the limit of `pin` and `drop`
 * @throws CompressorError `invalid-option`
 */
export function validateSelectOptions(options: SelectOptions, textLength: number): void {
	checkNames(options, selectNames);
	const given = amounts.filter((name) => options[name] !== undefined);
	if (given.length > 1) {
		const seen = given.map((name) => `${name}: ${show(options[name])}`).join(", ");
		throw new CompressorError("invalid-option", `Give only one of ${given.join(", ")}; got ${seen}.`);
	}
	const { rate, targetTokens, threshold, protect, force, pin, drop } = options;
	if (rate !== undefined && !(isNumber(rate) && rate > 0 && rate <= 1))
		throw invalidOption("rate", rate, "a number, 0 < rate ≤ 1");
	if (targetTokens !== undefined && !(Number.isSafeInteger(targetTokens) && Number(targetTokens) >= 1)) {
		throw invalidOption("targetTokens", targetTokens, "an integer ≥ 1");
	}
	if (threshold !== undefined && !(isNumber(threshold) && threshold >= 0 && threshold <= 1)) {
		throw invalidOption("threshold", threshold, "a number from 0 to 1");
	}
	validateProtect(protect);
	if (force !== undefined) {
		if (!Array.isArray(force)) throw invalidOption("force", force, "an array of strings");
		for (const item of force) {
			if (typeof item !== "string" || item === "")
				throw invalidOption("force", force, "an array of strings that are not empty");
		}
	}
	for (const name of switches) {
		const value: unknown = options[name];
		if (value !== undefined && typeof value !== "boolean") throw invalidOption(name, value, "true or false");
	}
	validateSpans("pin", pin, textLength);
	validateSpans("drop", drop, textLength);
}

/**
 * Checks `protect` by itself, as `score` takes it.
 *
 * @throws CompressorError `invalid-option`
 */
export function validateProtect(protect: unknown): asserts protect is ProtectOptions | undefined {
	if (protect === undefined) return;
	if (!isRecord(protect)) throw invalidOption("protect", protect, "an object");
	for (const [key, value] of Object.entries(protect)) {
		if (value === undefined) continue;
		if (key === "patterns") {
			if (!Array.isArray(value)) throw invalidOption("protect.patterns", value, "an array of RegExp");
			for (const item of value) {
				if (!(item instanceof RegExp)) throw invalidOption("protect.patterns", item, "an array of RegExp");
			}
		} else if (!protectKinds.some((kind) => kind === key)) {
			throw invalidOption(`protect.${key}`, value, `left out: the kinds are ${protectKinds.join(", ")}`);
		} else if (typeof value !== "boolean") throw invalidOption(`protect.${key}`, value, "true or false");
	}
}

/** @throws CompressorError `invalid-option` */
export function validateSpans(
	name: string,
	spans: unknown,
	textLength: number,
): asserts spans is Span[] | undefined {
	if (spans === undefined) return;
	const expected = `an array of [start, end] with integers 0 ≤ start < end ≤ ${textLength}`;
	if (!Array.isArray(spans)) throw invalidOption(name, spans, expected);
	for (const span of spans) if (!isSpan(span, textLength)) throw invalidOption(name, span, expected);
}

/**
 * Checks one range of the source.
 *
 * @throws CompressorError `invalid-option`
 */
export function validateSpan(name: string, span: unknown, textLength: number): asserts span is Span {
	if (isSpan(span, textLength)) return;
	throw invalidOption(name, span, `[start, end] with integers 0 ≤ start < end ≤ ${textLength}`);
}

function isSpan(span: unknown, textLength: number): span is Span {
	const [start, end]: unknown[] = Array.isArray(span) && span.length === 2 ? span : [];
	if (typeof start !== "number" || typeof end !== "number") return false;
	return (
		Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end && end <= textLength
	);
}

function isNumber(value: unknown): value is number {
	return typeof value === "number" && !Number.isNaN(value);
}
