// The two views of the source, as tabs: Edit (the text field) and Review (the shaded text).
import { byId } from "./dom.ts";

export type View = "edit" | "review";

const tabs: Record<View, HTMLButtonElement> = {
	edit: byId("edit-tab", HTMLButtonElement),
	review: byId("review-tab", HTMLButtonElement),
};
const panels: Record<View, HTMLElement> = {
	edit: byId("edit-panel", HTMLElement),
	review: byId("review-panel", HTMLElement),
};
const skipLink = byId("skip-link", HTMLAnchorElement);
const scrollers: Record<View, HTMLElement> = {
	edit: byId("source-text", HTMLElement),
	review: byId("review", HTMLElement),
};

export class SourceTabs extends EventTarget {
	#view: View = "edit";

	constructor() {
		super();
		for (const view of ["edit", "review"] as const) {
			const other = view === "edit" ? "review" : "edit";
			tabs[view].addEventListener("click", () => this.show(view, { focus: true }));
			tabs[view].addEventListener("keydown", (event) => {
				if (!["ArrowLeft", "ArrowRight"].includes(event.key) || tabs[other].disabled) return;
				event.preventDefault();
				this.show(other);
				tabs[other].focus();
			});
		}
	}

	get view(): View {
		return this.#view;
	}

	/** Whether there is anything to review. */
	set reviewable(reviewable: boolean) {
		tabs.review.disabled = !reviewable;
		if (!reviewable) this.show("edit");
	}

	/**
	 * Switches the view, at about the same place in the text, or with `fromStart` at its beginning. `focus`
	 * moves the focus into it.
	 */
	show(view: View, { focus = false, fromStart = false } = {}): void {
		if (view !== this.#view) {
			const from = scrollers[this.#view];
			const room = from.scrollHeight - from.clientHeight;
			const place = room > 0 && !fromStart ? from.scrollTop / room : 0;
			const onTab = document.activeElement === tabs[this.#view];
			this.#view = view;
			for (const each of ["edit", "review"] as const) {
				const selected = each === view;
				panels[each].hidden = !selected;
				tabs[each].setAttribute("aria-selected", String(selected));
				tabs[each].tabIndex = selected ? 0 : -1;
			}
			// A hidden target would not take the focus.
			skipLink.hash = scrollers[view].id;
			// A focus on the tab that was selected goes along with the selection.
			if (onTab) tabs[view].focus();
			this.dispatchEvent(new Event("view"));
			const to = scrollers[view];
			to.scrollTop = place * (to.scrollHeight - to.clientHeight);
		}
		if (focus) scrollers[view].focus({ preventScroll: true });
	}
}
