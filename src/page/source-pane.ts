// The source's two views at work together: when to show the review, what a click on a word does to the
// selection.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import { count } from "./format.ts";
import { Inspector } from "./inspector.ts";
import type { Observable } from "./observable.ts";
import { Review } from "./review.ts";
import { wireReviewKeys } from "./review-keys.ts";
import type { Selection } from "./selection.ts";
import type { Settings } from "./settings.ts";
import type { SourceDocument } from "./source-document.ts";
import { editAt, wireSourceEditor } from "./source-editor.ts";
import { SourceTabs } from "./source-tabs.ts";
import { WordCursor } from "./word-cursor.ts";

/** Wires the source; gives back how to show a place of it in the review. */
export function wireSourcePane(
	settings: Observable<Settings>,
	selection: Selection,
	source: SourceDocument,
): (offset: number) => void {
	const tabs = new SourceTabs();
	const review = new Review();
	const inspector = new Inspector();
	const cursor = new WordCursor(review, source, inspector);
	const resetPins = byId("reset-pins", HTMLButtonElement);
	let pinsChanged = false;
	/** Whether the text has not been seen with its scores yet; another question does not make it new. */
	let isNewText = source.text !== "";

	function paintReview(): void {
		inspector.visible = tabs.view === "review";
		resetPins.hidden = source.pins.length === 0;
		if (tabs.view !== "review") return;
		review.show(source.text, selection.outcome.value, source.pins, settings.value.protect);
		const spoken = cursor.refresh();
		if (pinsChanged && spoken !== "") announce(spoken);
		pinsChanged = false;
	}

	source.addEventListener("text", () => {
		isNewText = true;
		cursor.reset();
		paintReview();
		if (source.origin !== "typed") review.root.scrollTop = 0;
	});
	source.addEventListener("pins", () => {
		pinsChanged = true;
		resetPins.hidden = source.pins.length === 0;
	});
	selection.outcome.subscribe((outcome) => {
		const isNew = outcome !== null && outcome.scored !== lastScored;
		lastScored = outcome?.scored ?? null;
		if (isNew) {
			const { sourceTokens, keptTokens } = outcome.result;
			announce(`Done: ${count(sourceTokens)} tokens become ${count(keptTokens)}.`);
			const isOwn = outcome.scored.text === source.text;
			if (isOwn && isNewText && source.origin !== "typed") {
				const focus = document.activeElement === byId("source-text", HTMLElement);
				// A paste leaves the text field at its end.
				tabs.show("review", { focus, fromStart: source.origin === "pasted" });
			}
			if (isOwn) isNewText = false;
		}
		paintReview();
	});
	let lastScored: unknown = null;
	tabs.addEventListener("view", paintReview);
	resetPins.addEventListener("click", () => {
		source.resetPins();
		review.root.focus();
	});
	wireReviewKeys(review, cursor, (offset) => editAt(tabs, offset));
	wireSourceEditor(source, tabs);

	return (offset) => {
		tabs.show("review", { focus: true });
		cursor.moveToOffset(offset);
	};
}
