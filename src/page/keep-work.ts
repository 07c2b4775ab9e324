// Writes text, pins and settings to the store a moment after they change, and before the page goes.
import { hideNotice, showNotice } from "./notice.ts";
import type { Observable } from "./observable.ts";
import type { Settings } from "./settings.ts";
import type { SourceDocument } from "./source-document.ts";
import type { Store } from "./store.ts";

const restMs = 400;

/** @returns a function that writes at once; whether the text is stored now */
export function keepWork(
	store: Store,
	settings: Observable<Settings>,
	source: SourceDocument,
): () => boolean {
	let timer = 0;
	let textFits = true;

	function write(): boolean {
		window.clearTimeout(timer);
		store.write("settings", JSON.stringify(settings.value));
		store.write("pins", JSON.stringify(source.pins));
		const fits = store.write("text", source.text);
		if (!fits && textFits) {
			showNotice("This browser cannot store the text: it will be gone after a reload.");
		}
		textFits = fits;
		return fits;
	}

	function soon(): void {
		window.clearTimeout(timer);
		timer = window.setTimeout(write, restMs);
	}

	settings.subscribe(soon);
	source.addEventListener("pins", soon);
	source.addEventListener("text", () => {
		hideNotice();
		soon();
	});
	window.addEventListener("pagehide", write);
	return write;
}
