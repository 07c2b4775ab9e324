// The measure (share, budget, automatic), the numeric field and the slider. Field and slider are two
// views of one amount; what cannot be used is said beside the field and changes nothing.
import { allOf, byId } from "./dom.ts";
import { count, counted } from "./format.ts";
import { wireNumberField } from "./number-field.ts";
import type { Observable } from "./observable.ts";
import type { Outcome } from "./selection.ts";
import { amountLimits, amountOf, type Mode, type Settings, withAmount, withMode } from "./settings.ts";

const radios = allOf('input[name="mode"]', HTMLInputElement);
const field = byId("amount", HTMLInputElement);
const label = byId("amount-label", HTMLElement);
const unit = byId("amount-unit", HTMLElement);
const error = byId("amount-error", HTMLElement);
const slider = byId("slider", HTMLInputElement);

const words: Record<Mode, { label: string; unit: string; slider: string; problem: string }> = {
	share: {
		label: "Keep",
		unit: "%",
		slider: "Share to keep, in percent",
		problem: "Give a share from 1 to 100 percent.",
	},
	budget: {
		label: "At most",
		unit: "tokens",
		slider: "Budget in LLM tokens",
		problem: "Give a budget of at least 1 token, without fractions.",
	},
	automatic: {
		label: "Keep from",
		unit: "probability",
		slider: "Keep words from this probability",
		problem: "Give a probability from 0 to 1.",
	},
};

function usable(mode: Mode, amount: number): boolean {
	const { min, max } = amountLimits[mode];
	if (!(amount >= min && amount <= max)) return false;
	return mode !== "budget" || Number.isInteger(amount);
}

/** The slider's end in budget mode: the text's own tokens, or as far as the budget reaches without a text. */
function highest(settings: Settings, outcome: Outcome | null): number {
	if (settings.mode !== "budget") return amountLimits[settings.mode].max;
	return Math.max(1, outcome?.result.sourceTokens ?? Math.max(1000, settings.budget));
}

function spoken(settings: Settings, outcome: Outcome | null): string {
	const amount = amountOf(settings);
	const named =
		settings.mode === "share"
			? `${amount} percent`
			: settings.mode === "budget"
				? counted(amount, "token")
				: `${amount}`;
	if (outcome === null) return named;
	const { keptTokens, sourceTokens } = outcome.result;
	return `${named}: ${count(keptTokens)} of ${count(sourceTokens)} tokens kept`;
}

export function wireAmountControl(settings: Observable<Settings>, outcome: Observable<Outcome | null>): void {
	const paintField = wireNumberField(field, {
		amount: () => amountOf(settings.value),
		usable: (amount) => usable(settings.value.mode, amount),
		set: (amount) => settings.set(withAmount(settings.value, amount)),
		onUsable: (isUsable) => {
			error.textContent = isUsable ? "" : words[settings.value.mode].problem;
		},
	});

	function paintSlider(): void {
		const { mode } = settings.value;
		slider.min = String(amountLimits[mode].min);
		slider.max = String(highest(settings.value, outcome.value));
		slider.step = String(amountLimits[mode].step);
		slider.value = String(amountOf(settings.value));
		slider.setAttribute("aria-valuetext", spoken(settings.value, outcome.value));
	}

	function paint(): void {
		const { mode } = settings.value;
		for (const radio of radios) radio.checked = radio.value === mode;
		label.textContent = words[mode].label;
		unit.textContent = words[mode].unit;
		field.min = String(amountLimits[mode].min);
		field.max = mode === "budget" ? "" : String(amountLimits[mode].max);
		field.step = mode === "share" ? "any" : String(amountLimits[mode].step);
		paintField();
		slider.setAttribute("aria-label", words[mode].slider);
		paintSlider();
	}

	for (const radio of radios) {
		radio.addEventListener("change", () => {
			const mode = radios.find((each) => each.checked)?.value;
			if (mode === "share" || mode === "budget" || mode === "automatic")
				settings.set(withMode(settings.value, mode, outcome.value?.result ?? null));
		});
	}
	slider.addEventListener("input", () => settings.set(withAmount(settings.value, slider.valueAsNumber)));
	settings.watch(paint);
	outcome.subscribe(paintSlider);
}
