// Which quotation marks are open at a place of the text: decides the marks whose neighbours do not tell.

import { wordKind } from "../word-table.ts";
import { quoteKind } from "./mark-kinds.ts";

const families = ['"＂', "'‘’‚‛", "“”„‟", "«»", "‹›"];

export class QuoteState {
	readonly #open = [0, 0, 0, 0, 0];

	/** Quotations end with their paragraph. */
	reset(): void {
		this.#open.fill(0);
	}

	/** The {@link wordKind} of the quotation mark at `at`; `null` for an apostrophe, which closes nothing. */
	next(text: string, at: number): number | null {
		const char = text.charAt(at);
		const family = families.findIndex((marks) => marks.includes(char));
		const depth = this.#open[family] ?? 0;
		const kind = quoteKind(text, at, depth > 0);
		if (kind === wordKind.close && depth === 0 && (char === "'" || char === "’")) return null;
		this.#open[family] = kind === wordKind.open ? depth + 1 : Math.max(0, depth - 1);
		return kind;
	}
}
