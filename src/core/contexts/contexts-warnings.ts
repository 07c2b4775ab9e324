// What a person should know of a result over several contexts: about all of them, or with the context's number.
import type { Warning } from "../result.ts";
import type { Layout } from "../select/gaps.ts";
import { languageWarning } from "../select/language.ts";
import type { Amount, Cut } from "../select/selection.ts";
import {
	droppedWarnings,
	emptyWarning,
	exceedsWarning,
	nothingKeptWarning,
	shortWarning,
} from "../select/warnings.ts";
import { type WordTable, wordKind } from "../word-table.ts";
import type { SelectContextsOptions } from "./contexts-options.ts";
import type { ContextWarning } from "./contexts-result.ts";
import type { JointCut } from "./joint-selection.ts";

interface WarnedContext {
	readonly text: string;
	readonly words: WordTable;
	readonly warnings: readonly Warning[];
	/** As in the scored text of select.ts. */
	readonly languages?: readonly string[] | undefined;
}

/** Why all contexts have to come back as they are, if they have to: they have at most one word together. */
export function unchangedWarning(
	contexts: readonly WarnedContext[],
	{ drop = [] }: SelectContextsOptions,
): Warning | null {
	if (!contexts.some(({ text }) => /\S/.test(text))) return emptyWarning;
	if (drop.some((spans) => spans.length > 0)) return null;
	let content = 0;
	for (const { words } of contexts) {
		for (let at = 0; at < words.kind.length && content < 2; at++) {
			if (words.kind[at] === wordKind.word) content++;
		}
	}
	return content < 2 ? shortWarning : null;
}

/** About the amount and what came of it. */
export function jointWarnings(options: SelectContextsOptions, amount: Amount, cut: JointCut): Warning[] {
	if (cut.empty) return [nothingKeptWarning];
	if (!("tokens" in amount)) return [];
	if (cut.tokens > amount.tokens) return [exceedsWarning(cut.tokens, amount.tokens, [], cut.least)];
	return cut.complete && options.targetTokens !== undefined ? [shortWarning] : [];
}

/** About what is kept of one context. */
export function contextWarnings(layout: Layout, context: number, cut: Cut | undefined): ContextWarning[] {
	if (cut === undefined || cut.text === "") return [];
	return droppedWarnings(layout, cut.isKept).map((warning) => ({ ...warning, context }));
}

/** About the contexts themselves and their scoring. What the scoring says of no range, of the question say, is said once. */
export function textWarnings(contexts: readonly WarnedContext[]): ContextWarning[] {
	const said = new Set<string>();
	const found: ContextWarning[] = [];
	contexts.forEach(({ text, warnings, languages }, context) => {
		const language = languageWarning(text, languages);
		if (language) found.push({ ...language, context });
		for (const warning of warnings) {
			if (warning.spans.length > 0) found.push({ ...warning, context });
			else if (!said.has(warning.message)) found.push(warning);
			said.add(warning.message);
		}
	});
	return found;
}
