// Offers a new version of the page, and leaves the moment to the person. The reload brings text and choices back
// from the store; where the browser stores nothing, it says so first.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { NewVersion, Offline } from "./offline.ts";

const box = byId("update", HTMLElement);
const text = byId("update-text", HTMLElement);
const reload = byId("update-reload", HTMLButtonElement);
const later = byId("update-later", HTMLButtonElement);

const texts: Record<NewVersion, string> = {
	none: "",
	waiting: "A new version is ready.",
	running: "Another tab runs a new version now.",
};

/** @param save stores the person's work; whether it is stored now */
export function wireUpdateNotice({ newVersion, update }: Offline, save: () => boolean): void {
	let warned = false;

	newVersion.watch((version) => {
		box.hidden = version === "none";
		text.textContent = texts[version];
		if (!box.hidden) announce(texts[version]);
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
	});
}
