// The options of a selection over several contexts, and their checks: a wrong one fails by name, with the value seen.
import { checkNames } from "../check-names.ts";
import { invalidOption, isRecord } from "../invalid-option.ts";
import type { SelectOptions, Span } from "../options.ts";
import { selectNames, validateSelectOptions, validateSpans } from "../validate.ts";

/**
 * How much to keep of all contexts together, and what of each: `rate` is a share of the LLM tokens of all of them,
 * `targetTokens` a limit for all of them. `protect`, `force` and the like hold in every context.
 */
export interface SelectContextsOptions extends Omit<SelectOptions, "pin" | "drop"> {
	/**
	 * LLM tokens that every context keeps at least, whatever its words are worth: an integer ≥ 0, default 0. A context
	 * that has fewer stays whole; a blank one has nothing to keep. They count towards the amount; where they and what is
	 * always kept exceed it, nothing else is kept, which a warning says.
	 */
	readonly minPerContext?: number | undefined;
	/** Source ranges that the person keeps: one list for each context, in the order of the contexts; see `SelectOptions`. */
	readonly pin?: readonly (readonly Span[])[] | undefined;
	/** Source ranges that the person drops: one list for each context, likewise. */
	readonly drop?: readonly (readonly Span[])[] | undefined;
}

/**
 * Checks the options of a selection over several contexts.
 *
 * @param lengths the contexts' lengths in UTF-16 code units
 * @throws CompressorError `invalid-option`
 */
export function validateSelectContextsOptions(
	options: SelectContextsOptions,
	lengths: readonly number[],
): void {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
	checkNames(options, [...selectNames, "minPerContext", "question"]);
	const { minPerContext, pin, drop, ...others } = options;
	validateSelectOptions(others, 0);
	if (minPerContext !== undefined && !(Number.isSafeInteger(minPerContext) && Number(minPerContext) >= 0)) {
		throw invalidOption("minPerContext", minPerContext, "an integer ≥ 0");
	}
	validateLists("pin", pin, lengths);
	validateLists("drop", drop, lengths);
}

function validateLists(name: "pin" | "drop", lists: unknown, lengths: readonly number[]): void {
	if (lists === undefined) return;
	if (!Array.isArray(lists) || lists.length !== lengths.length) {
		throw invalidOption(
			name,
			lists,
			`an array of ${lengths.length} lists of [start, end], one for each context`,
		);
	}
	lengths.forEach((length, at) => {
		const list: unknown = lists[at];
		if (!Array.isArray(list)) throw invalidOption(`${name}[${at}]`, list, "a list of [start, end]");
		validateSpans(`${name}[${at}]`, list, length);
	});
}
