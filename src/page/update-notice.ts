// Offers a new version of the page, and leaves the moment to the person. The reload brings text and choices back
// from the store; where the browser stores nothing, it says so first.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Offline } from "./offline.ts";

const box = byId("update", HTMLElement);
const text = byId("update-text", HTMLElement);
const reload = byId("update-reload", HTMLButtonElement);
const later = byId("update-later", HTMLButtonElement);

/** @param save stores the person's work; whether it is stored now */
export function wireUpdateNotice({ hasUpdate, update }: Offline, save: () => boolean): void {
	let warned = false;

	hasUpdate.watch((isThere) => {
		box.hidden = !isThere;
		if (isThere) announce(text.textContent);
	});
	reload.addEventListener("click", () => {
		if (save() || warned) {
			reload.disabled = true;
			update();
			return;
		}
		warned = true;
		text.textContent = "This browser cannot store your text. Copy it before you reload.";
		reload.textContent = "Reload anyway";
		announce(text.textContent);
	});
	later.addEventListener("click", () => {
		box.hidden = true;
		byId("source-title", HTMLElement).focus();
	});
}
