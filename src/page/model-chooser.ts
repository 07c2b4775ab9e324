// The dialog in which a person chooses a model, knowing what it costs before anything is downloaded, and deletes what
// this browser keeps of models.
import { knownModelIds } from "../models/known-models.ts";
import { type CachedModel, cachedModels, deleteCachedModel } from "../models/model-cache.ts";
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Engine } from "./engine.ts";
import { isModelChoice, type ModelChoice, nameOf, readChoice } from "./model-choice.ts";
import { costOf } from "./model-facts.ts";
import { modelRow } from "./model-row.ts";
import type { Observable } from "./observable.ts";
import type { Settings } from "./settings.ts";

const badge = byId("device-badge", HTMLButtonElement);
const popover = byId("device-details", HTMLElement);
const open = byId("choose-model", HTMLButtonElement);
const dialog = byId("model-chooser", HTMLDialogElement);
const form = byId("model-form", HTMLFormElement);
const close = byId("model-close", HTMLButtonElement);
const list = byId("model-list", HTMLElement);
const own = byId("own-model", HTMLInputElement);
const ownName = byId("own-model-name", HTMLInputElement);
const ownError = byId("own-model-error", HTMLElement);
const cost = byId("model-cost", HTMLElement);
const use = byId("model-use", HTMLButtonElement);

export function wireModelChooser(engine: Engine, settings: Observable<Settings>): void {
	let kept: readonly CachedModel[] = [];

	function marked(): ModelChoice | null {
		const radio = list.querySelector<HTMLInputElement>("input:checked");
		if (radio !== null) return isModelChoice(radio.value) ? radio.value : null;
		const read = readChoice(ownName.value);
		return "choice" in read ? read.choice : null;
	}

	/** The library's own, then what else is kept or chosen. */
	function listed(): ModelChoice[] {
		const others = [settings.value.model, ...kept.map(({ id }) => id)].filter(isModelChoice);
		return [...new Set<ModelChoice>([...knownModelIds, ...others])];
	}

	function paint(checked: ModelChoice | null): void {
		const rows = listed().map((choice) =>
			modelRow({
				choice,
				kept: kept.find(({ id }) => id === choice),
				isChecked: choice === checked,
				remove: choice === engine.incoming.value?.choice ? undefined : () => void remove(choice),
			}),
		);
		list.replaceChildren(...rows);
		paintCost();
	}

	function paintCost(): void {
		const choice = marked();
		cost.textContent =
			choice === null
				? ""
				: costOf(
						choice,
						kept.find(({ id }) => id === choice),
					);
		use.textContent =
			choice !== null && choice === settings.value.model ? "Keep this model" : "Use this model";
	}

	async function remove(choice: ModelChoice): Promise<void> {
		await deleteCachedModel(choice);
		kept = await cachedModels();
		announce(`${nameOf(choice)} is deleted from this browser.`);
		paint(marked());
		const radios = [...list.querySelectorAll("input")];
		(radios.find(({ value }) => value === choice) ?? radios[0])?.focus();
	}

	open.addEventListener("click", async () => {
		kept = await cachedModels();
		ownError.textContent = "";
		ownName.value = "";
		own.checked = false;
		paint(settings.value.model);
		popover.hidePopover();
		dialog.showModal();
		list.querySelector<HTMLInputElement>("input:checked")?.focus();
	});
	form.addEventListener("change", paintCost);
	ownName.addEventListener("focus", () => {
		own.checked = true;
		paintCost();
	});
	ownName.addEventListener("input", () => {
		ownError.textContent = "";
		ownName.removeAttribute("aria-invalid");
		paintCost();
		// A longer sentence below may have pushed it out.
		ownName.scrollIntoView({ block: "nearest" });
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const choice = marked();
		if (choice === null) {
			const read = readChoice(ownName.value);
			ownError.textContent = "problem" in read ? read.problem : "";
			ownName.setAttribute("aria-invalid", "true");
			ownName.focus();
			return;
		}
		dialog.close();
		settings.set({ ...settings.value, model: choice });
		// The same choice again is another try.
		engine.choose(choice);
	});
	close.addEventListener("click", () => dialog.close());
	dialog.addEventListener("click", (event) => {
		// What lies beside the form is the backdrop.
		if (event.target === dialog) dialog.close();
	});
	// The button that opened it is hidden by then.
	dialog.addEventListener("close", () => badge.focus());
	settings.watch(({ model }) => {
		if (model !== (engine.incoming.value?.choice ?? engine.answering)) engine.choose(model);
	});
}
