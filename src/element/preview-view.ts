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
	/** Says what the field holds, where it is something else. */
	readonly inField = create("span", { part: "in-field", attributes: { id: "in-field" } });
	readonly #group = create("div", { part: "views", attributes: { role: "radiogroup" } });
	readonly #text = create("div", { part: "preview-text", attributes: { tabindex: "0", role: "region" } });
	readonly #more = create("button", { part: "button show-more", attributes: { type: "button" } });
	readonly #sides: readonly { side: Side; input: HTMLInputElement; label: HTMLElement }[];
	#model: PreviewModel | null = null;
	#side: Side = "sent";
	/** The person's choice, for as long as the short text isn't in the field. */
	#chosen: Side = "sent";
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
		const head = create("div", { part: "preview-head" }, this.#group, this.inField);
		this.root = create("div", { part: "preview" }, head, this.#text, this.#more);
	}

	paint(model: PreviewModel | null, strings: SieveStrings, disabled: boolean): void {
		if (model?.source !== this.#model?.source) this.#limit = firstPortion;
		const wasInField = this.#model?.inField === true;
		this.#model = model;
		// The field shows the short text itself: what it left out is what there is to see.
		if (model?.inField && !wasInField) this.#turnTo("left-out");
		if (!model?.inField && wasInField) this.#turnTo(this.#chosen);
		this.root.hidden = model === null;
		this.#group.setAttribute("aria-label", strings.preview);
		for (const { side, input, label } of this.#sides) {
			setText(label, side === "sent" ? strings.viewSent : strings.viewLeftOut);
			input.disabled = disabled;
		}
		setText(this.#more, strings.showMore);
		this.root.toggleAttribute("data-stale", model?.stale === true);
		this.#paint();
	}

	#createSide(side: Side) {
		const input = create("input", { part: "view-input", attributes: { type: "radio", name: "view" } });
		const label = create("span", { part: "view-label" });
		input.checked = side === this.#side;
		input.addEventListener("change", () => {
			this.#chosen = side;
			this.#turnTo(side);
			this.#paint();
		});
		this.#group.append(create("label", { part: "view" }, input, label));
		return { side, input, label };
	}

	#turnTo(side: Side): void {
		this.#side = side;
		for (const each of this.#sides) each.input.checked = each.side === side;
		this.#text.scrollTop = 0;
	}

	#paint(): void {
		const model = this.#model;
		const shown = this.#sides.find(({ side }) => side === this.#side);
		this.#text.setAttribute("aria-label", shown?.label.textContent ?? "");
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
