// What an element says, and how it writes numbers: English, the page's translations by the language that it stands in,
// its host's own words above both.
import type { CompressorError } from "../core/error.ts";
import { langOf } from "./element-lang.ts";
import { type NumberFormat, numberFormat } from "./number-format.ts";
import {
	mergeStrings,
	type PartialStrings,
	readStrings,
	type SieveStrings,
	translationFor,
	type UsableStrings,
} from "./strings.ts";

/** Where the words that cannot be used come from. */
export type WordSource = "strings" | "translations";

export class Words {
	readonly #element: HTMLElement;
	readonly #tables: ReadonlyMap<string, PartialStrings>;
	readonly #onProblem: (source: WordSource, error: CompressorError) => void;
	#own: UsableStrings = {};

	/**
	 * @param tables by language; they may change at any time
	 * @param onProblem hears of words that cannot be used, every time they are read
	 */
	constructor(
		element: HTMLElement,
		tables: ReadonlyMap<string, PartialStrings>,
		onProblem: (source: WordSource, error: CompressorError) => void,
	) {
		this.#element = element;
		this.#tables = tables;
		this.#onProblem = onProblem;
	}

	/** What can be used of what the host gave. */
	get own(): UsableStrings {
		return this.#own;
	}
	set own(strings: PartialStrings) {
		this.#own = this.#usable(strings, "strings", "strings");
	}

	get strings(): SieveStrings {
		const found = translationFor(this.#tables, langOf(this.#element));
		const table = found && this.#usable(found[1], `translations.${found[0]}`, "translations");
		return mergeStrings(table, this.#own);
	}

	get numbers(): NumberFormat {
		return numberFormat(langOf(this.#element));
	}

	#usable(table: unknown, path: string, source: WordSource): UsableStrings {
		const { strings, problems } = readStrings(table, path);
		for (const problem of problems) this.#onProblem(source, problem);
		return strings;
	}
}
