// Everything that the element says, in one table. `{name}` stands for what is filled in; no sentence needs a plural.
import type { CompressorError, CompressorErrorCode } from "../core/error.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";
import type { Warning } from "../core/result.ts";

/** Everything that the element says. `{name}` stands for what is filled in. */
export interface SieveStrings {
	/** Accessible name of the element's own field where nothing labels it. */
	readonly field: string;
	/** Accessible name of the controls as a group. */
	readonly group: string;
	/** Before the share: "Keep 50 %". */
	readonly keep: string;
	/** Before the budget: "At most 500 tokens". */
	readonly atMost: string;
	/** `{count}` */
	readonly tokens: string;
	/** Accessible name of the slider. */
	readonly shareSlider: string;
	/** The same where there is a budget. */
	readonly budgetSlider: string;
	/** The button that starts a compression. */
	readonly compress: string;
	/** The button that puts the short text into the field. */
	readonly apply: string;
	/** Where an earlier short text stands in the field. */
	readonly applyAgain: string;
	/** The button that takes the original back. */
	readonly undo: string;
	/** The button that ends a compression. */
	readonly cancel: string;
	/** The button after a failure. */
	readonly retry: string;
	/** What a screen reader says for the arrow between the counts. */
	readonly become: string;
	/** Behind the two counts. */
	readonly unit: string;
	/** `{percent}` */
	readonly saved: string;
	/** `{count}`: of the short text that stands in the field, where the preview shows another one. */
	readonly inField: string;
	/** Accessible name of the switch between the two views of the preview. */
	readonly preview: string;
	/** The view of the short text. */
	readonly viewSent: string;
	/** The view of the source, with what is left out struck through. */
	readonly viewLeftOut: string;
	/** The button below the beginning of a long preview. */
	readonly showMore: string;
	/** Where the page's textarea is read-only, disabled or gone. */
	readonly fieldLocked: string;
	/** While the model is loaded, before its size is known. */
	readonly loading: string;
	/** `{loaded}`, `{total}`: with unit. */
	readonly loadingBytes: string;
	/** While the model starts. */
	readonly starting: string;
	/** While the text is read. */
	readonly reading: string;
	/** `{done}`, `{total}` */
	readonly readingParts: string;
	/** `{before}`, `{after}` */
	readonly saidResult: string;
	/** What a screen reader says after Apply. */
	readonly saidApplied: string;
	/** What a screen reader says after Undo. */
	readonly saidUndone: string;
	/** What a screen reader says after Cancel. */
	readonly saidCancelled: string;
	/** Follows every error. */
	readonly textKept: string;
	/** What failed, by the code of the error. */
	readonly errors: Readonly<Record<CompressorErrorCode, string>>;
	/** What is worth knowing of a result, by the code of the warning. */
	readonly warnings: Readonly<Record<Warning["code"], string>>;
}

/** A table of which all can be used: what is not given is not there. */
export type UsableStrings = Partial<Omit<SieveStrings, "errors" | "warnings">> & {
	readonly errors?: Partial<SieveStrings["errors"]>;
	readonly warnings?: Partial<SieveStrings["warnings"]>;
};

/** A table with parts left out, or undefined; English stands in for them. */
export type PartialStrings = {
	readonly [Name in keyof SieveStrings]?:
		| (SieveStrings[Name] extends string
				? SieveStrings[Name]
				: { readonly [Code in keyof SieveStrings[Name]]?: SieveStrings[Name][Code] | undefined })
		| undefined;
};

export const english: SieveStrings = {
	field: "Prompt",
	group: "Prompt compression",
	keep: "Keep",
	atMost: "At most",
	tokens: "{count} tokens",
	shareSlider: "Share to keep",
	budgetSlider: "Budget in tokens",
	compress: "Compress",
	apply: "Apply",
	applyAgain: "Apply again",
	undo: "Undo",
	cancel: "Cancel",
	retry: "Try again",
	become: "become",
	unit: "tokens",
	saved: "{percent} less",
	inField: "In the field: {count} tokens",
	preview: "Preview",
	viewSent: "Short text",
	viewLeftOut: "Left out",
	showMore: "Show more",
	fieldLocked: "The text field cannot be changed.",
	loading: "Loading the model",
	loadingBytes: "Loading the model: {loaded} of {total}",
	starting: "Starting the model",
	reading: "Reading the text",
	readingParts: "Reading the text: part {done} of {total}",
	saidResult: "Compressed: {before} become {after}.",
	saidApplied: "The short text is in the field.",
	saidUndone: "The original text is back.",
	saidCancelled: "Cancelled.",
	textKept: "Your text is unchanged.",
	errors: {
		"invalid-option": "This text cannot be compressed with these settings.",
		"model-load-failed": "The model could not be loaded.",
		"no-device": "No device in this browser runs the model.",
		"out-of-memory": "There is not enough memory for the model.",
		"worker-crashed": "The compression ended unexpectedly.",
		aborted: "Cancelled.",
		disposed: "Compression has been switched off.",
	},
	warnings: {
		empty: "There is no text yet.",
		"already-short": "Already short enough.",
		"protected-exceeds-budget": "What is always kept needs more tokens than that.",
		"nothing-kept": "No word fits.",
		"unsupported-language": "The model was not trained on this language.",
		"question-shortened": "Only the beginning and the end of the question were read.",
		"negation-dropped": "Some negations are left out.",
		"number-dropped": "Some numbers are left out.",
	},
};

/** Later tables win, entry by entry. */
export function mergeStrings(...tables: readonly (UsableStrings | undefined)[]): SieveStrings {
	let merged = english;
	for (const table of tables) {
		merged = {
			...merged,
			...table,
			errors: { ...merged.errors, ...table?.errors },
			warnings: { ...merged.warnings, ...table?.warnings },
		};
	}
	return merged;
}

/**
 * The table for a language, with its tag: that of the tag itself, else of a shorter one. Upper and lower case are the
 * same.
 *
 * @example translationFor(new Map([["de", german]]), "de-AT"); // ["de", german]
 */
export function translationFor(
	tables: ReadonlyMap<string, PartialStrings>,
	lang: string,
): readonly [tag: string, table: PartialStrings] | undefined {
	const parts = lang.toLowerCase().split("-");
	for (let length = parts.length; length > 0; length--) {
		const wanted = parts.slice(0, length).join("-");
		for (const entry of tables) if (entry[0].toLowerCase() === wanted) return entry;
	}
	return undefined;
}

/** @example fill("{done} of {total}", { done: "1", total: "3" }); // "1 of 3" */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
	return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
	);
}

/**
 * What can be used of a table; of the rest, what is wrong with it. A misspelt name would do nothing, silently. What is
 * undefined is not given.
 *
 * @param path the table's name, for the errors
 */
export function readStrings(
	table: unknown,
	path: string,
): { readonly strings: UsableStrings; readonly problems: readonly CompressorError[] } {
	const problems: CompressorError[] = [];
	return { strings: usableEntries(table, english, path, problems), problems };
}

function usableEntries(
	table: unknown,
	known: object,
	path: string,
	problems: CompressorError[],
): Record<string, unknown> {
	const usable: Record<string, unknown> = {};
	if (!isRecord(table)) {
		problems.push(invalidOption(path, table, "an object"));
		return usable;
	}
	for (const [name, value] of Object.entries(table)) {
		const expected: unknown = Object.hasOwn(known, name) ? Reflect.get(known, name) : undefined;
		const at = `${path}.${name}`;
		if (value === undefined) continue;
		if (expected === undefined) {
			problems.push(invalidOption(at, value, "left out: it is no string of the element"));
		} else if (isRecord(expected)) usable[name] = usableEntries(value, expected, at, problems);
		else if (typeof value === "string") usable[name] = value;
		else problems.push(invalidOption(at, value, "a string"));
	}
	return usable;
}
