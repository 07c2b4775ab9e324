// Reads settings and pins back from storage, where anything may have been written: every field that
// is not what it should be falls back to its default.
import { isModelChoice } from "./model-choice.ts";
import type { Pin } from "./pins.ts";
import {
	amountLimits,
	defaultSettings,
	highestPrice,
	type Mode,
	type Settings,
	type Theme,
} from "./settings.ts";

const modes: readonly Mode[] = ["share", "budget", "automatic"];
const themes: readonly Theme[] = ["system", "light", "dark"];

function parse(json: string | null): unknown {
	try {
		return JSON.parse(json ?? "null");
	} catch {
		return null;
	}
}

function fieldsOf(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? { ...value } : {};
}

function within(value: unknown, { min, max }: { min: number; max: number }, fallback: number): number {
	return typeof value === "number" && value >= min && value <= max ? value : fallback;
}

export function parseSettings(json: string | null): Settings {
	const found = fieldsOf(parse(json));
	const protect = fieldsOf(found.protect);
	const defaults = defaultSettings;
	const kept = (kind: keyof Settings["protect"]): boolean => {
		const value = protect[kind];
		return typeof value === "boolean" ? value : defaults.protect[kind];
	};
	return {
		question: typeof found.question === "string" ? found.question : defaults.question,
		mode: modes.find((mode) => mode === found.mode) ?? defaults.mode,
		share: within(found.share, amountLimits.share, defaults.share),
		budget: Math.round(within(found.budget, amountLimits.budget, defaults.budget)),
		threshold: within(found.threshold, amountLimits.automatic, defaults.threshold),
		protect: {
			code: kept("code"),
			url: kept("url"),
			placeholder: kept("placeholder"),
			markup: kept("markup"),
			negation: kept("negation"),
			number: kept("number"),
		},
		force: typeof found.force === "string" ? found.force : defaults.force,
		price: within(found.price, { min: 0, max: highestPrice }, defaults.price),
		theme: themes.find((theme) => theme === found.theme) ?? defaults.theme,
		model: isModelChoice(found.model) ? found.model : defaults.model,
	};
}

/** Pins within a text of `length` code units, in source order. */
export function parsePins(json: string | null, length: number): Pin[] {
	const found = parse(json);
	if (!Array.isArray(found)) return [];
	return found
		.map(fieldsOf)
		.flatMap(({ start, end, choice }) =>
			Number.isInteger(start) &&
			Number.isInteger(end) &&
			typeof start === "number" &&
			typeof end === "number" &&
			start >= 0 &&
			start < end &&
			end <= length &&
			(choice === "keep" || choice === "drop")
				? [{ start, end, choice } satisfies Pin]
				: [],
		)
		.sort((a, b) => a.start - b.start);
}
