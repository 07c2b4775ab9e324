// The options under the slider: which kinds of text are always kept, and words always kept.
import type { ProtectKind } from "../core/word-table.ts";
import { allOf, byId } from "./dom.ts";
import type { Observable } from "./observable.ts";
import { defaultSettings, type Settings } from "./settings.ts";

const toggle = byId("options-toggle", HTMLButtonElement);
const panel = byId("options", HTMLElement);
const boxes = allOf("[data-protect]", HTMLInputElement);
const force = byId("force", HTMLInputElement);

function isProtectKind(value: string | undefined): value is ProtectKind {
	return value !== undefined && value in defaultSettings.protect;
}

export function wireOptionsPanel(settings: Observable<Settings>): void {
	// No <details>: while one is closed, Chromium takes many seconds to select all in a long text field.
	toggle.addEventListener("click", () => {
		panel.hidden = !panel.hidden;
		toggle.setAttribute("aria-expanded", String(!panel.hidden));
	});
	for (const box of boxes) {
		const kind = box.dataset.protect;
		if (!isProtectKind(kind)) throw new Error(`index.html: unknown kind "${kind}" in data-protect`);
		box.checked = settings.value.protect[kind];
		box.addEventListener("change", () => {
			const protect = { ...settings.value.protect, [kind]: box.checked };
			settings.set({ ...settings.value, protect });
		});
	}
	force.value = settings.value.force;
	force.addEventListener("input", () => settings.set({ ...settings.value, force: force.value }));
}
