// The amount: what it is called, its value, and the slider, whose track is the mesh of a sieve.
import { create, setText } from "./create.ts";
import type { SliderModel } from "./view-model.ts";

export class SliderView {
	readonly root: HTMLElement;
	readonly #label = create("span", { part: "amount-label" });
	readonly #amount = create("span", { part: "amount-value" });
	readonly #input = create("input", { part: "slider", attributes: { type: "range", step: "1" } });

	/** @param onSlide gets the slider's value: percent, or tokens */
	constructor(onSlide: (value: number) => void) {
		const text = create("span", { part: "amount", attributes: { "aria-hidden": "true" } });
		text.append(this.#label, " ", this.#amount);
		this.root = create("div", { part: "amount-control" }, text, this.#input);
		this.#input.addEventListener("input", () => onSlide(this.#input.valueAsNumber));
	}

	paint({ label, amount, name, min, max, value, spoken }: SliderModel, disabled: boolean): void {
		setText(this.#label, label);
		setText(this.#amount, amount);
		this.#input.min = String(min);
		this.#input.max = String(max);
		this.#input.value = String(value);
		this.#input.disabled = disabled;
		this.#input.setAttribute("aria-label", name);
		this.#input.setAttribute("aria-valuetext", spoken);
	}
}
