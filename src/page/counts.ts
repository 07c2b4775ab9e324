// The numbers under the slider: LLM tokens before and after, the ratio, the money saved.
import { byId } from "./dom.ts";
import { count, dollars, ratio } from "./format.ts";
import { wireNumberField } from "./number-field.ts";
import type { Observable } from "./observable.ts";
import type { Outcome } from "./selection.ts";
import { highestPrice, type Settings } from "./settings.ts";

const sourceTokens = byId("count-source", HTMLElement);
const keptTokens = byId("count-kept", HTMLElement);
const ratioText = byId("count-ratio", HTMLElement);
const money = byId("count-money", HTMLElement);
const price = byId("price", HTMLInputElement);
const priceError = byId("price-error", HTMLElement);

/** Dollars saved by `sends` requests at `price` dollars per million tokens. */
function savings(outcome: Outcome, price: number, sends: number): number {
	const { sourceTokens: before, keptTokens: after } = outcome.result;
	return (Math.max(0, before - after) * price * sends) / 1e6;
}

export function wireCounts(settings: Observable<Settings>, outcome: Observable<Outcome | null>): void {
	function paint(): void {
		const current = outcome.value;
		sourceTokens.textContent = current === null ? "–" : count(current.result.sourceTokens);
		keptTokens.textContent = current === null ? "–" : count(current.result.keptTokens);
		ratioText.textContent = current === null ? "–" : ratio(current.result.ratio);
		money.textContent = current === null ? "–" : dollars(savings(current, settings.value.price, 1000));
	}

	const paintPrice = wireNumberField(price, {
		amount: () => settings.value.price,
		usable: (amount) => amount >= 0 && amount <= highestPrice,
		set: (amount) => settings.set({ ...settings.value, price: amount }),
		onUsable: (isUsable) => {
			priceError.textContent = isUsable ? "" : `Give a price from 0 to ${count(highestPrice)} dollars.`;
		},
	});
	settings.subscribe(paintPrice);
	settings.subscribe(paint);
	outcome.watch(paint);
}
