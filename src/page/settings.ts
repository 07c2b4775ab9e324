// What the person has set: the question, the measure and its amounts, the options, the price, the colours, the model.
// Everything here survives a reload.
import type { SelectOptions } from "../core/options.ts";
import type { ProtectKind } from "../core/word-table.ts";
import type { ModelChoice } from "./model-choice.ts";
import type { Pin } from "./pins.ts";

/** How the amount to keep is given: a share of the tokens, a number of tokens, a keep probability. */
export type Mode = "share" | "budget" | "automatic";

export type Theme = "system" | "light" | "dark";

export interface Settings {
	/** What will be asked about the text, as typed. */
	readonly question: string;
	readonly mode: Mode;
	/** Percent of the LLM tokens, 1–100. */
	readonly share: number;
	/** LLM tokens, an integer ≥ 1. */
	readonly budget: number;
	/** Keep probability, 0–1. */
	readonly threshold: number;
	readonly protect: Readonly<Record<ProtectKind, boolean>>;
	/** Words always kept, separated by white space. */
	readonly force: string;
	/** Dollars per million tokens. */
	readonly price: number;
	readonly theme: Theme;
	/** The model that is to read the text; until it is loaded the embedded one does. */
	readonly model: ModelChoice;
}

export const defaultSettings: Settings = {
	question: "",
	mode: "share",
	share: 50,
	budget: 500,
	threshold: 0.5,
	protect: { code: true, url: true, placeholder: true, markup: true, negation: true, number: false },
	force: "",
	price: 2.5,
	theme: "system",
	model: "embedded",
};

/** The lowest, highest and finest amount of each measure. The budget's highest follows the text. */
export const amountLimits = {
	share: { min: 1, max: 100, step: 1 },
	budget: { min: 1, max: Number.MAX_SAFE_INTEGER, step: 1 },
	automatic: { min: 0, max: 1, step: 0.01 },
} as const satisfies Record<Mode, { min: number; max: number; step: number }>;

/** In dollars per million tokens; the lowest is 0. */
export const highestPrice = 1e6;

export function amountOf(settings: Settings): number {
	if (settings.mode === "share") return settings.share;
	return settings.mode === "budget" ? settings.budget : settings.threshold;
}

export function withAmount(settings: Settings, amount: number): Settings {
	if (settings.mode === "share") return { ...settings, share: amount };
	return settings.mode === "budget" ? { ...settings, budget: amount } : { ...settings, threshold: amount };
}

/**
 * The settings with another measure. Share and budget begin with what is kept now, so that the switch changes
 * next to nothing; without a result with their last amount.
 */
export function withMode(
	settings: Settings,
	mode: Mode,
	now: { readonly keptTokens: number; readonly sourceTokens: number } | null,
): Settings {
	const next = { ...settings, mode };
	if (now === null || now.sourceTokens === 0 || mode === settings.mode || mode === "automatic") return next;
	if (mode === "budget") return withAmount(next, Math.max(amountLimits.budget.min, now.keptTokens));
	const { min, max } = amountLimits.share;
	return withAmount(
		next,
		Math.min(max, Math.max(min, Math.round((100 * now.keptTokens) / now.sourceTokens))),
	);
}

/** The question that the model reads; a blank one is none. */
export function questionOf({ question }: Settings): string | undefined {
	return question.trim() || undefined;
}

/** The words always kept, as typed. */
export function forcedWords({ force }: Settings): string[] {
	return force.split(/\s+/u).filter((word) => word !== "");
}

/** What the library is asked for on every selection. */
export function selectOptions(settings: Settings, pins: readonly Pin[]): SelectOptions {
	return {
		...(settings.mode === "share" ? { rate: settings.share / 100 } : {}),
		...(settings.mode === "budget" ? { targetTokens: settings.budget } : {}),
		...(settings.mode === "automatic" ? { threshold: settings.threshold } : {}),
		protect: settings.protect,
		force: forcedWords(settings),
		pin: pins.filter((pin) => pin.choice === "keep").map((pin) => [pin.start, pin.end] as const),
		drop: pins.filter((pin) => pin.choice === "drop").map((pin) => [pin.start, pin.end] as const),
	};
}
