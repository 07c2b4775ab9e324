// Compat's options, checked: what the reference has no counterpart of is refused, as it would do nothing.

import { checkNames } from "../../core/check-names.ts";
import { maxForceTokens } from "../../core/compat/force-tokens.ts";
import type { CompatContextsChoice, ContextFilterOptions } from "../../core/compat/options.ts";
import { invalidOption, isRecord } from "../../core/invalid-option.ts";
import type { SelectOptions } from "../../core/options.ts";
import { validateSelectOptions } from "../../core/validate.ts";
import { checkSignal } from "../shared-checks.ts";

const selectKeys = ["rate", "targetTokens", "force", "keepDigits", "dropConsecutive"] as const;

/** Options of a `compress` with `compat`. */
export interface CompatCall extends CompatContextsChoice, Pick<SelectOptions, (typeof selectKeys)[number]> {
	readonly signal?: AbortSignal;
}

/**
 * Whether the options ask for compat; if so they have been checked.
 *
 * @param count how many contexts they are for; null: for a single text
 * @throws CompressorError "invalid-option"
 */
export function choosesCompat(options: object, count: number | null): options is CompatCall {
	if (!isRecord(options) || options.compat === undefined) return false;
	const { compat, structured, contextFilter, signal, ...others } = options;
	if (compat !== "llmlingua-2") throw invalidOption("compat", compat, '"llmlingua-2"');
	checkSignal(signal);
	if (structured !== undefined && typeof structured !== "boolean") {
		throw invalidOption("structured", structured, "true or false");
	}
	for (const [name, value] of Object.entries(others)) {
		if (value === undefined) continue;
		if (!selectKeys.some((key) => key === name)) {
			throw invalidOption(name, value, `left out: with compat there are only ${selectKeys.join(", ")}`);
		}
		if (structured && name !== "rate" && name !== "targetTokens") {
			throw invalidOption(name, value, "left out: with structured there are only rate and targetTokens");
		}
	}
	validateSelectOptions(others, 0);
	const { force } = others as SelectOptions;
	if (force && force.length > maxForceTokens) {
		throw invalidOption("force", force, `at most ${maxForceTokens} strings`);
	}
	if (count === null && contextFilter !== undefined) {
		throw invalidOption("contextFilter", contextFilter, "left out for one text: it is for several contexts");
	}
	checkContextFilter(contextFilter, count ?? 0);
	return true;
}

function checkContextFilter(
	filter: unknown,
	count: number,
): asserts filter is ContextFilterOptions | false | undefined {
	if (filter === undefined || filter === false) return;
	if (!isRecord(filter)) throw invalidOption("contextFilter", filter, "an object or false");
	checkNames(filter, ["contexts", "rate", "targetTokens", "force"], "contextFilter");
	const { contexts, rate, targetTokens, force } = filter;
	const counts = { "contextFilter.contexts": contexts, "contextFilter.targetTokens": targetTokens };
	for (const [name, value] of Object.entries(counts)) {
		if (value !== undefined && !(Number.isSafeInteger(value) && Number(value) >= 1)) {
			throw invalidOption(name, value, "an integer ≥ 1");
		}
	}
	if (rate !== undefined && !(typeof rate === "number" && rate > 0 && rate <= 1)) {
		throw invalidOption("contextFilter.rate", rate, "a number, 0 < rate ≤ 1");
	}
	const isPlace = (place: unknown) =>
		Number.isSafeInteger(place) && Number(place) >= 0 && Number(place) < count;
	const isPlaces = Array.isArray(force) && force.every(isPlace);
	if (force !== undefined && !isPlaces) {
		throw invalidOption("contextFilter.force", force, `an array of places, integers ≥ 0 and < ${count}`);
	}
}
