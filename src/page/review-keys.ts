// What the mouse and the keyboard do in the review.
import type { Review } from "./review.ts";
import type { WordCursor } from "./word-cursor.ts";

/** Words a page up or down goes past, about a screenful of lines. */
const pageLines = 12;

export function wireReviewKeys(review: Review, cursor: WordCursor, edit: (offset: number) => void): void {
	const keys: Record<string, () => void> = {
		ArrowRight: () => cursor.moveSideways(1),
		ArrowLeft: () => cursor.moveSideways(-1),
		ArrowDown: () => cursor.moveByLines(1),
		ArrowUp: () => cursor.moveByLines(-1),
		PageDown: () => cursor.moveByLines(pageLines),
		PageUp: () => cursor.moveByLines(-pageLines),
		Home: () => cursor.moveTo(0),
		End: () => cursor.moveTo(review.words.size - 1),
		Enter: () => cursor.cycle(),
		" ": () => cursor.cycle(),
		k: () => cursor.choose("keep"),
		d: () => cursor.choose("drop"),
		a: () => cursor.choose("auto"),
		Delete: () => cursor.choose("drop"),
		e: () => edit(cursor.range?.start ?? 0),
		F2: () => edit(cursor.range?.start ?? 0),
	};

	review.root.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.target !== review.root) return;
		const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
		if (act === undefined) return;
		event.preventDefault();
		act();
	});
	// A quick second click is the next choice, not the selection of a word.
	review.root.addEventListener("mousedown", (event) => {
		if (event.detail > 1) event.preventDefault();
	});
	review.root.addEventListener("click", (event) => {
		// The end of a drag that selected text is no click on a word.
		if (document.getSelection()?.isCollapsed === false) return;
		const index = review.wordAt(event.clientX, event.clientY);
		if (index === -1) return;
		// A finger cannot point without clicking: its first tap only shows the word.
		const isLook = event instanceof PointerEvent && event.pointerType === "touch" && index !== cursor.index;
		cursor.moveTo(index);
		if (!isLook) cursor.cycle();
	});
	let frame = 0;
	const peekAt = (index: () => number) => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(() => cursor.peek(index()));
	};
	review.root.addEventListener("mousemove", ({ clientX, clientY }) => {
		peekAt(() => review.wordAt(clientX, clientY));
	});
	review.root.addEventListener("mouseleave", () => peekAt(() => -1));
	review.root.addEventListener("focus", () => {
		if (cursor.index === -1 && review.words.size > 0 && review.root.matches(":focus-visible"))
			cursor.moveTo(0);
	});
}
