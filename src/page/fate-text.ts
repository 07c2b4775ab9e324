// Why a word was kept or dropped, in a person's words.
import type { Because, Explanation, Tie } from "../core/explain/explanation.ts";
import type { Span } from "../core/options.ts";
import { count, percent } from "./format.ts";

const rules: Record<Extract<Because, { kind: "protected" }>["rule"], string> = {
	code: "it is code",
	url: "it is a link or path",
	placeholder: "it is a placeholder",
	markup: "it is part of the text’s structure",
	number: "it is a number",
};

/** What ties a kept word to another, to stand before the other word. */
const ties: Record<Tie, string> = {
	negation: "it negates or limits the clause of",
	negated: "it is what this is about:",
	block: "it goes together with",
	line: "it opens the line of",
	mark: "it goes with",
	repeat: "it is always kept, behind",
};

/**
 * What became of a word and why: "kept: it is a number", "dropped: beyond the 50% to keep".
 *
 * @param spell the text of a range, in quotation marks
 */
export function fateOf({ kept, because }: Explanation, spell: (span: Span) => string): string {
	switch (because.kind) {
		case "pinned":
			return "kept by you";
		case "dropped":
			return "dropped by you";
		case "forced":
			return because.item === null ? "kept: it holds a digit" : "kept: it is among the words always kept";
		case "pattern":
			return `kept: it matches ${because.pattern}`;
		case "protected":
			return `kept: ${rules[because.rule]}`;
		case "everything":
			return "kept: the whole text is";
		case "tied":
			return kept
				? `kept: ${ties[because.as]} ${spell(because.to)}`
				: `dropped: it would stay only with ${spell(because.to)}`;
		case "amount":
			return `${kept ? "kept" : "dropped"}: ${amountOf(because, kept)}`;
	}
}

function amountOf({ by, value }: Extract<Because, { kind: "amount" }>, kept: boolean): string {
	if (by === "threshold") return `${kept ? "reaches" : "below"} the ${percent(value)} asked for`;
	const amount = by === "rate" ? `${percent(value)} to keep` : `budget of ${count(value)} tokens`;
	return `${kept ? "within" : "beyond"} the ${amount}`;
}
