// The element's shadow tree: made once, painted from the view model. Says nothing by itself; the element tells it
// what happened.
import { button, create, icon, setEnabled, setText } from "./create.ts";
import { LiveRegion } from "./live-region.ts";
import { PreviewView } from "./preview-view.ts";
import { SliderView } from "./slider-view.ts";
import type { SieveStrings } from "./strings.ts";
import { addLaterStyles, adoptStyles } from "./style-sheet.ts";
import type { PrimaryModel, ViewModel } from "./view-model.ts";

/** Unlike `hidden`, this leaves a button its room. */
const gone = "data-gone";

/** What a person does. */
export interface ViewHandlers {
	onCompress(): void;
	onApply(): void;
	onUndo(): void;
	onCancel(): void;
	/** @param value in the slider's unit: percent, or tokens */
	onSlide(value: number): void;
}

export class View {
	readonly #root: ShadowRoot;
	readonly #handlers: ViewHandlers;
	readonly #panel: HTMLElement;
	readonly #slider: SliderView;
	readonly #preview = new PreviewView();
	readonly #before = create("span", { part: "count-before" });
	readonly #become = create("span", { part: "visually-hidden" });
	readonly #after = create("strong", { part: "count-after" });
	readonly #saved = create("span", { part: "saved" });
	readonly #unit = create("span", { part: "unit" });
	readonly #counts: HTMLElement;
	readonly #primary: HTMLButtonElement;
	readonly #undo: HTMLButtonElement;
	readonly #cancel: HTMLButtonElement;
	readonly #workText = create("span", { part: "progress-text", attributes: { id: "progress-text" } });
	readonly #bar = create("progress", {
		part: "progress-bar",
		attributes: { "aria-labelledby": "progress-text", max: "1" },
	});
	readonly #work: HTMLElement;
	readonly #errorText = create("span", { part: "error-text" });
	readonly #errorDetail = create("span", { part: "error-detail" });
	readonly #error = create("p", { part: "error", attributes: { role: "alert" } });
	readonly #hints = create("p", { part: "hints" });
	readonly #status = new LiveRegion();
	#does: PrimaryModel["does"] = "compress";
	#hasAskedForStyles = false;

	/** @param field the element's own */
	constructor(root: ShadowRoot, field: HTMLTextAreaElement, handlers: ViewHandlers) {
		this.#root = root;
		this.#handlers = handlers;
		this.#slider = new SliderView((value) => handlers.onSlide(value));
		this.#primary = button("primary", () => this.#act());
		this.#primary.setAttribute("aria-describedby", this.#preview.inField.id);
		this.#undo = button("undo", () => handlers.onUndo());
		this.#cancel = button("cancel", () => handlers.onCancel());
		const arrow = icon("arrow", "0 0 16 16", "M2 8h11M9.5 4.5 13 8l-3.5 3.5");
		this.#counts = create(
			"p",
			{ part: "counts" },
			this.#before,
			this.#become,
			arrow,
			this.#after,
			this.#unit,
			this.#saved,
		);
		const actions = create("div", { part: "actions" }, this.#undo, this.#primary);
		const bar = create("div", { part: "bar" }, this.#slider.root, this.#counts, actions);
		this.#work = create("div", { part: "progress" }, this.#workText, this.#bar, this.#cancel);
		this.#panel = create(
			"div",
			{ part: "panel", attributes: { role: "group" } },
			bar,
			this.#work,
			this.#error,
			this.#preview.root,
			this.#hints,
		);
		this.#panel.addEventListener("mousedown", keepFocus);
		root.append(field, this.#panel, this.#status.root);
		this.adoptStyles();
	}

	/** To be called again when the element has come into another document. */
	adoptStyles(): void {
		adoptStyles(this.#root);
	}

	/** To be called before anything but the bar is shown, which then waits for its styles. */
	addLaterStyles(): void {
		if (this.#hasAskedForStyles) return;
		this.#hasAskedForStyles = true;
		const show = () => this.#panel.removeAttribute("data-bare");
		this.#panel.setAttribute("data-bare", "");
		// Where they do not come the panel does without.
		addLaterStyles(this.#root).then(show, show);
	}

	paint(model: ViewModel, strings: SieveStrings): void {
		this.#panel.setAttribute("aria-label", strings.group);
		this.#slider.paint(model.slider, model.disabled);
		this.#paintCounts(model, strings);
		this.#paintButtons(model, strings);
		this.#work.hidden = model.work === null;
		setText(this.#workText, model.work?.text ?? "");
		if (typeof model.work?.share === "number") this.#bar.value = model.work.share;
		else this.#bar.removeAttribute("value");
		this.#paintError(model);
		this.#hints.hidden = model.hints.length === 0;
		setText(this.#hints, model.hints.join(" "));
		setText(this.#preview.inField, model.inField);
		this.#preview.paint(model.preview, strings, model.disabled);
	}

	/** Says something to screen readers. */
	say(message: string): void {
		this.#status.say(message);
	}

	focusPrimary(): void {
		(this.#primary.hasAttribute(gone) ? this.#undo : this.#primary).focus();
	}

	#paintCounts({ counts, preview }: ViewModel, strings: SieveStrings): void {
		this.#counts.hidden = counts === null;
		this.#counts.toggleAttribute("data-stale", preview?.stale === true);
		setText(this.#before, counts?.before ?? "");
		setText(this.#become, ` ${strings.become} `);
		setText(this.#after, counts?.after ?? "");
		setText(this.#unit, ` ${strings.unit} `);
		setText(this.#saved, counts?.saved ?? "");
		this.#saved.hidden = counts?.saved === "";
	}

	#paintButtons({ primary, canUndo, work, disabled }: ViewModel, strings: SieveStrings): void {
		const focused = this.#root.activeElement;
		this.#primary.toggleAttribute(gone, primary === null);
		if (primary !== null) {
			this.#does = primary.does;
			setText(this.#primary, primary.label);
			setEnabled(this.#primary, primary.enabled);
		}
		this.#undo.hidden = !canUndo;
		setText(this.#undo, strings.undo);
		setText(this.#cancel, strings.cancel);
		for (const each of [this.#primary, this.#undo, this.#cancel]) each.disabled = disabled;
		// A button that goes takes the focus with it: its neighbour gets it.
		if (focused === this.#primary && primary === null && canUndo) this.#undo.focus();
		if ((focused === this.#undo && !canUndo) || (focused === this.#cancel && work === null))
			this.focusPrimary();
	}

	#paintError({ error }: ViewModel): void {
		const isThere = this.#error.childNodes.length > 0;
		if (error === null) this.#error.replaceChildren();
		setText(this.#errorText, error?.text ?? "");
		setText(this.#errorDetail, error?.detail ?? "");
		// Put in whole, so that it is read whole, once.
		if (error !== null && !isThere) this.#error.append(this.#errorText, " ", this.#errorDetail);
	}

	#act(): void {
		if (this.#does === "compress") this.#handlers.onCompress();
		else this.#handlers.onApply();
	}
}

/** A press beside the controls leaves the focus where it is, in a chat's field say. */
function keepFocus(event: MouseEvent): void {
	const [target] = event.composedPath();
	if (target instanceof Element && target.closest("button, input, label, [tabindex]") === null) {
		event.preventDefault();
	}
}
