// The word cursor of the review: moved by click or arrow keys, it shows what the model thinks of a word
// and lets the person keep or drop it.
import { announce } from "./announce.ts";
import { describeWord, type Inspector } from "./inspector.ts";
import { type Choice, choiceOf, nextChoice } from "./pins.ts";
import type { Review } from "./review.ts";
import type { SourceDocument } from "./source-document.ts";
import { isRightToLeft } from "./text-direction.ts";

export class WordCursor {
	readonly #review: Review;
	readonly #source: SourceDocument;
	readonly #inspector: Inspector;
	readonly #box = document.createElement("div");
	#index = -1;
	#peeked = -1;
	/** Whether the word is still to be brought into view, until the person scrolls. */
	#isArriving = false;

	constructor(review: Review, source: SourceDocument, inspector: Inspector) {
		this.#review = review;
		this.#source = source;
		this.#inspector = inspector;
		this.#box.className = "word-cursor";
		this.#box.hidden = true;
		review.root.append(this.#box);
		inspector.onChoose((choice) => this.choose(choice));
		// Lines break elsewhere when the pane's width changes.
		new ResizeObserver(() => this.#place()).observe(review.root);
		// Blocks that come into view take their real height: box and view follow.
		review.onLayout(() => {
			if (this.#isArriving) this.#scrollThere();
			this.#place();
		});
		for (const type of ["wheel", "pointerdown", "touchmove"]) {
			review.root.addEventListener(type, () => this.#stay(), { passive: true });
		}
	}

	/** Index of the word under the cursor; −1 without one. */
	get index(): number {
		return this.#index;
	}

	/** The range of the word under the cursor. */
	get range(): { start: number; end: number } | null {
		return this.#review.words.at(this.#index) ?? null;
	}

	/** Moves to the word of this index, held within the text; scrolls to it and says it. */
	moveTo(index: number): void {
		const last = this.#review.words.size - 1;
		this.#index = Math.max(Math.min(index, last), Math.min(0, last));
		this.#isArriving = true;
		this.#scrollThere();
		this.#place();
		announce(this.refresh());
	}

	/** Moves to the first word at or after a source offset. */
	moveToOffset(offset: number): void {
		this.moveTo(this.#review.words.firstAfter(offset));
	}

	/** Moves a word to the right (1) or the left (−1), as the eye sees it in text that runs either way. */
	moveSideways(step: 1 | -1): void {
		const isReversed = isRightToLeft(this.#source.text, this.range?.start ?? 0);
		this.moveTo(this.#index + (isReversed ? -step : step));
	}

	/** Moves up or down by lines of the screen. */
	moveByLines(lines: number): void {
		const box = this.#range()?.getClientRects()[0];
		if (box === undefined) {
			this.moveTo(0);
			return;
		}
		const x = box.left + box.width / 2;
		const line = Number.parseFloat(getComputedStyle(this.#review.root).lineHeight);
		// Blank lines and short lines have no word there: look further, then take the next word along.
		for (let step = 1; step <= 4; step++) {
			const y = box.top + box.height / 2 + line * (lines + Math.sign(lines) * (step - 1));
			for (const shift of [0, -40, 40, -120, 120]) {
				const found = this.#review.wordAt(x + shift, y);
				if (found !== -1) {
					this.moveTo(found);
					return;
				}
			}
		}
		this.moveTo(this.#index + Math.sign(lines));
	}

	choose(choice: Choice): void {
		const word = this.range;
		if (word === null) return;
		this.#source.choose(word.start, word.end, choice);
	}

	/** Keep after automatic, drop after keep, automatic after drop. */
	cycle(): void {
		const word = this.range;
		if (word !== null) this.choose(nextChoice[choiceOf(this.#source.pins, word.start, word.end)]);
	}

	/** Shows the word under the cursor as it is now; gives back what to say of it. */
	refresh(): string {
		this.#peeked = -1;
		const word = this.#review.words.at(this.#index);
		if (word === undefined) {
			this.#box.hidden = true;
			this.#inspector.show(null);
			return "";
		}
		const explained = this.#review.explain(this.#index);
		if (explained === null) return "";
		const choice = choiceOf(this.#source.pins, word.start, word.end);
		const description = describeWord(this.#source.text, explained, choice);
		this.#inspector.show(description);
		return description.spoken;
	}

	/** Shows a word that the mouse points at, without going there; with −1 the cursor's word again. */
	peek(index: number): void {
		if (index === this.#peeked) return;
		this.#peeked = index;
		const explained = index === this.#index ? null : this.#review.explain(index);
		if (explained === null) this.refresh();
		else this.#inspector.show(describeWord(this.#source.text, explained, null));
	}

	/** Forgets the word: the text is another one. */
	reset(): void {
		this.#index = -1;
		this.#isArriving = false;
		this.refresh();
	}

	#stay(): void {
		this.#isArriving = false;
	}

	#range(): Range | null {
		const word = this.range;
		return word === null ? null : this.#review.rangeOf(word.start, word.end);
	}

	#place(): void {
		const root = this.#review.root;
		const rect = this.#range()?.getClientRects()[0];
		this.#box.hidden = rect === undefined || rect.width === 0;
		if (rect === undefined) return;
		const origin = root.getBoundingClientRect();
		this.#box.style.left = `${rect.left - origin.left - root.clientLeft + root.scrollLeft}px`;
		this.#box.style.top = `${rect.top - origin.top - root.clientTop + root.scrollTop}px`;
		this.#box.style.width = `${rect.width}px`;
		this.#box.style.height = `${rect.height}px`;
	}

	#scrollThere(): void {
		const root = this.#review.root;
		const word = this.#range()?.getClientRects()[0];
		if (word === undefined) return;
		const pane = root.getBoundingClientRect();
		const margin = 48;
		if (word.top < pane.top + margin) root.scrollTop -= pane.top + margin - word.top;
		else if (word.bottom > pane.bottom - margin) root.scrollTop += word.bottom - pane.bottom + margin;
	}
}
