// The line that offers the replaced text, or the choices that were reset, again.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { SourceDocument } from "./source-document.ts";

const bar = byId("undo-bar", HTMLElement);
const text = byId("undo-text", HTMLElement);
const undo = byId("undo", HTMLButtonElement);

export function wireUndoBar(source: SourceDocument): void {
	let shown: unknown = null;
	function paint(): void {
		const { replaced } = source;
		bar.hidden = replaced === null;
		if (replaced === null || replaced === shown) return;
		shown = replaced;
		text.textContent = replaced.what;
		const what = replaced.state.text === source.text ? "choices" : "text";
		announce(`${replaced.what} Undo brings the earlier ${what} back.`);
	}

	source.addEventListener("text", paint);
	source.addEventListener("pins", paint);
	undo.addEventListener("click", () => {
		const isOfWords = source.replaced?.state.text === source.text;
		source.undo();
		byId(isOfWords ? "review" : "source-text", HTMLElement).focus();
	});
}
