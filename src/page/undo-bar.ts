// The line that offers the replaced text again.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { SourceDocument } from "./source-document.ts";

const bar = byId("undo-bar", HTMLElement);
const text = byId("undo-text", HTMLElement);
const undo = byId("undo", HTMLButtonElement);

export function wireUndoBar(source: SourceDocument): void {
	let shown: unknown = null;
	source.addEventListener("text", () => {
		const { replaced } = source;
		bar.hidden = replaced === null;
		if (replaced === null || replaced === shown) return;
		shown = replaced;
		text.textContent = replaced.what;
		announce(`${replaced.what} Undo brings the earlier text back.`);
	});
	undo.addEventListener("click", () => {
		source.undo();
		byId("source-text", HTMLElement).focus();
	});
}
