// The options under the slider: which kinds of text are always kept, and words always kept.
import type { ProtectKind } from "../core/word-table.ts";
import { allOf, byId } from "./dom.ts";
import type { Observable } from "./observable.ts";
import { defaultSettings, forcedWords, type Settings } from "./settings.ts";
import type { SourceDocument } from "./source-document.ts";

const toggle = byId("options-toggle", HTMLButtonElement);
const panel = byId("options", HTMLElement);
const boxes = allOf("[data-protect]", HTMLInputElement);
const force = byId("force", HTMLInputElement);
const missing = byId("force-missing", HTMLElement);

function isProtectKind(value: string | undefined): value is ProtectKind {
	return value !== undefined && value in defaultSettings.protect;
}

export function wireOptionsPanel(settings: Observable<Settings>, source: SourceDocument): void {
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

	function paintMissing(): void {
		const absent = forcedWords(settings.value).filter((word) => !source.text.includes(word));
		const hint =
			source.text === "" || absent.length === 0
				? ""
				: `Not in the text: ${absent.map((word) => `“${word}”`).join(", ")}.`;
		if (missing.textContent !== hint) missing.textContent = hint;
	}
	let painted = "";
	settings.watch((next) => {
		if (next.force === painted) return;
		painted = next.force;
		paintMissing();
	});
	source.addEventListener("text", paintMissing);
	paintMissing();
}
