// The preview: the short text, or the source with what was left out struck through.
import { create, setText } from "./create.ts";
import { cutAt, previewRuns } from "./preview-runs.ts";
import type { SieveStrings } from "./strings.ts";
import type { PreviewModel } from "./view-model.ts";

type Side = "sent" | "left-out";

/** Code units shown at first; "Show more" shows five times as many each time. */
const firstPortion = 12_000;

export class PreviewView {
	readonly root: HTMLElement;
	readonly #group = create("div", { part: "views", attributes: { role: "radiogroup" } });
	readonly #text = create("div", { part: "preview-text", attributes: { tabindex: "0", role: "region" } });
	readonly #more = create("button", { part: "button show-more", attributes: { type: "button" } });
	readonly #sides: readonly { side: Side; input: HTMLInputElement; label: HTMLElement }[];
	#model: PreviewModel | null = null;
	#side: Side = "sent";
	#limit = firstPortion;
	#painted = "";
	#paintedModel: PreviewModel["result"] | null = null;

	constructor() {
		this.#sides = (["sent", "left-out"] as const).map((side) => this.#createSide(side));
		this.#more.addEventListener("click", () => {
			this.#limit *= 5;
			this.#paint();
			this.#text.focus();
		});
		this.root = create("div", { part: "preview" }, this.#group, this.#text, this.#more);
	}

	paint(model: PreviewModel | null, strings: SieveStrings, disabled: boolean): void {
		if (model?.source !== this.#model?.source) this.#limit = firstPortion;
		this.#model = model;
		this.root.hidden = model === null;
		this.#group.setAttribute("aria-label", strings.preview);
		for (const { side, input, label } of this.#sides) {
			setText(label, side === "sent" ? strings.viewSent : strings.viewLeftOut);
			input.disabled = disabled;
		}
		setText(this.#more, strings.showMore);
		this.#text.setAttribute("aria-label", this.#side === "sent" ? strings.viewSent : strings.viewLeftOut);
		this.root.toggleAttribute("data-stale", model?.stale === true);
		this.#paint();
	}

	#createSide(side: Side) {
		const input = create("input", { part: "view-input", attributes: { type: "radio", name: "view" } });
		const label = create("span", { part: "view-label" });
		input.checked = side === this.#side;
		input.addEventListener("change", () => {
			this.#side = side;
			this.#text.setAttribute("aria-label", label.textContent ?? "");
			this.#text.scrollTop = 0;
			this.#paint();
		});
		this.#group.append(create("label", { part: "view" }, input, label));
		return { side, input, label };
	}

	#paint(): void {
		const model = this.#model;
		if (model === null) return;
		const key = `${this.#side} ${this.#limit}`;
		if (key === this.#painted && model.result === this.#paintedModel) return;
		this.#painted = key;
		this.#paintedModel = model.result;
		const { result, source } = model;
		const whole = this.#side === "sent" ? result.text : source;
		this.#more.hidden = whole.length <= this.#limit;
		if (this.#side === "sent") {
			this.#text.replaceChildren(result.text.slice(0, cutAt(result.text, this.#limit)));
			return;
		}
		this.#text.replaceChildren(
			...previewRuns(source, result.spans, this.#limit).map(({ text, kept }) =>
				kept ? text : create("del", { part: "dropped", text }),
			),
		);
	}
}
