// From scores and options to a result: what a slider move calls. All of it is synchronous arithmetic.
import type { TokenCounter } from "../count/count.ts";
import type { ProtectOptions, SelectOptions } from "../options.ts";
import type { CompressResult, Device, Warning } from "../result.ts";
import { validateSelectOptions } from "../validate.ts";
import { type WordTable, wordKind } from "../word-table.ts";
import { type Layout, layOut } from "./gaps.ts";
import { languageWarning } from "./language.ts";
import type { Choices } from "./protection.ts";
import { type Amount, type Cut, Selection } from "./selection.ts";
import {
	droppedWarnings,
	emptyWarning,
	exceedsWarning,
	nothingKeptWarning,
	shortWarning,
} from "./warnings.ts";

/** A text with its scores, and what the result repeats of where they came from. */
export interface ScoredText {
	readonly text: string;
	readonly words: WordTable;
	readonly counter: TokenCounter;
	readonly model: string;
	readonly device: Device;
	/** Used where the options say nothing of `protect`. */
	readonly protect?: ProtectOptions;
	/** About the scoring; every result repeats them. */
	readonly warnings?: readonly Warning[];
}

const defaultRate = 0.5;
/** Orders kept for choices met before: enough to switch a pinned word on and off. */
const rememberedSelections = 4;

/**
 * A function that selects from one text's scores. Choices (`protect`, `force`, `pin`, `drop`) are worked
 * out once for each set of them; after that a new `rate`, `targetTokens` or `threshold` takes less than a frame.
 *
 * - Every word kept is also kept at a higher rate, a larger budget, a lower threshold.
 * - `targetTokens` is never exceeded but by what must be kept, which a warning says. `rate` means a budget of
 *   `floor(rate × sourceTokens)`, but keeps at least the most needed word.
 * - A text that is empty, white space only, or one word comes back as it is, with a warning.
 *
 * @returns the selecting function; it throws CompressorError `invalid-option`
 *
 * @example
 * const select = createSelector({ text, words, counter, model: "embedded", device: "wasm" });
 * select({ targetTokens: 100 }).keptTokens; // at most 100
 */
export function createSelector(scored: ScoredText): (options?: SelectOptions) => CompressResult {
	const { text, words, counter } = scored;
	const layout = layOut(text, words);
	const remembered = new Map<string, Selection>();
	let sourceTokens: number | null = null;
	/** About the text itself and its scoring; every result repeats them. */
	let textWarnings: readonly Warning[] | null = null;

	const selectionFor = (choices: Choices): Selection => {
		const key = keyOf(choices);
		const selection = remembered.get(key) ?? new Selection(layout, counter, choices);
		remembered.delete(key);
		remembered.set(key, selection);
		const oldest = remembered.keys().next().value;
		if (remembered.size > rememberedSelections && oldest !== undefined) remembered.delete(oldest);
		return selection;
	};

	return (options = {}) => {
		validateSelectOptions(options, text.length);
		sourceTokens ??= counter.count(text);
		textWarnings ??= [languageWarning(text) ?? [], scored.warnings ?? []].flat();
		const { protect = scored.protect, force, pin, drop } = options;
		const choices: Choices = {
			...(protect && { protect }),
			...(force && { force }),
			...(pin && { pin }),
			...(drop && { drop }),
		};
		const unchanged = unchangedWarning(layout, choices);
		const amount = amountOf(options, sourceTokens);
		const cut = unchanged
			? wholeText(text, sourceTokens)
			: selectionFor(choices).cut(amount, isByRate(options));
		const { tokens } = cut;
		return {
			text: cut.text,
			spans: cut.spans,
			sourceTokens,
			keptTokens: tokens,
			rate: sourceTokens === 0 ? 1 : tokens / sourceTokens,
			ratio: sourceTokens === tokens ? 1 : sourceTokens / tokens,
			warnings: [
				...(unchanged ? [unchanged] : amountWarnings(options, amount, cut)),
				...droppedWarnings(layout, cut.isKept),
				...textWarnings,
			],
			model: scored.model,
			device: scored.device,
		};
	};
}

function keyOf({ protect, force, pin, drop }: Choices): string {
	const patterns = protect?.patterns?.map(String);
	return JSON.stringify([Object.entries({ ...protect, patterns }).sort(), force, pin, drop]);
}

function amountOf({ rate, targetTokens, threshold }: SelectOptions, sourceTokens: number): Amount {
	if (threshold !== undefined) return { threshold };
	if (targetTokens !== undefined) return { tokens: targetTokens, countWhole: true };
	// 0.29 × 100 is 28.999999999999996 in floating point.
	return { tokens: Math.floor((rate ?? defaultRate) * sourceTokens + 1e-9), countWhole: false };
}

function isByRate({ targetTokens, threshold }: SelectOptions): boolean {
	return targetTokens === undefined && threshold === undefined;
}

/** Why a text has to come back as it is, if it has to. */
function unchangedWarning({ text, words }: Layout, { drop = [] }: Choices): Warning | null {
	if (!/\S/.test(text)) return emptyWarning;
	if (drop.length > 0) return null;
	let content = 0;
	for (let at = 0; at < words.kind.length && content < 2; at++) {
		if (words.kind[at] === wordKind.word) content++;
	}
	return content < 2 ? shortWarning : null;
}

function wholeText(text: string, tokens: number): Cut {
	return {
		text,
		spans: text === "" ? [] : [[0, text.length]],
		tokens,
		steps: 0,
		complete: true,
		isKept: () => true,
	};
}

function amountWarnings(options: SelectOptions, amount: Amount, cut: Cut): Warning[] {
	if (cut.text === "") return [nothingKeptWarning];
	if (!("tokens" in amount)) return [];
	if (cut.steps === 0 && cut.tokens > amount.tokens) {
		return [exceedsWarning(cut.tokens, amount.tokens, cut.spans)];
	}
	return cut.complete && options.targetTokens !== undefined ? [shortWarning] : [];
}
