// Knows which blocks are near view, and in a long text takes the others out of the layout. Not by
// content-visibility: with that, Chromium takes a minute to select all in a long text field beside it.
import type { ShownBlock } from "./block-view.ts";

/** Code units up to which the whole text is laid out. */
const shortText = 16_000;
/** Blocks laid out at once when a text appears, before it is known what is in view. */
const firstBlocks = 6;
/** A guess, for blocks that were never laid out: pixels a line, characters a line. */
const guess = { lineHeight: 26, lineLength: 70 };

function guessedHeight(text: string): number {
	const lines = text
		.split("\n")
		.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / guess.lineLength)), 0);
	return lines * guess.lineHeight;
}

export class NearBlocks {
	readonly #watcher: IntersectionObserver;
	readonly #onChange: () => void;
	readonly #near = new Map<Element, ShownBlock>();
	#byElement = new Map<Element, ShownBlock>();
	#isLong = false;

	constructor(root: HTMLElement, onChange: () => void) {
		this.#onChange = onChange;
		this.#watcher = new IntersectionObserver((entries) => this.#onMove(entries), {
			root,
			rootMargin: "100% 0%",
		});
	}

	get blocks(): readonly ShownBlock[] {
		return [...this.#near.values()];
	}

	/** From now on these are the blocks. Those near view stay so until the browser says otherwise. */
	watch(blocks: readonly ShownBlock[]): void {
		const known = this.#byElement;
		this.#byElement = new Map(blocks.map((block) => [block.element, block]));
		this.#isLong = (blocks.at(-1)?.end ?? 0) > shortText;
		for (const element of [...this.#near.keys()]) {
			const block = this.#byElement.get(element);
			if (block === undefined) this.#near.delete(element);
			else this.#near.set(element, block);
		}
		for (const element of known.keys()) if (!this.#byElement.has(element)) this.#watcher.unobserve(element);
		for (const [i, block] of blocks.entries()) {
			if (i < firstBlocks && !known.has(block.element)) this.#near.set(block.element, block);
			if (!this.#isLong || this.#near.has(block.element)) this.layOut(block);
			else if (!known.has(block.element))
				this.#takeOut(block, guessedHeight(block.content.textContent ?? ""));
			if (!known.has(block.element)) this.#watcher.observe(block.element);
		}
	}

	layOut({ element, content }: ShownBlock): void {
		content.hidden = false;
		element.style.blockSize = "";
	}

	#takeOut({ element, content }: ShownBlock, height: number): void {
		element.style.blockSize = `${height}px`;
		content.hidden = true;
	}

	#onMove(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting, boundingClientRect } of entries) {
			const block = this.#byElement.get(target);
			if (block === undefined) continue;
			if (isIntersecting) {
				this.#near.set(target, block);
				this.layOut(block);
			} else {
				this.#near.delete(target);
				// Without a height the pane itself is hidden: then nothing costs layout anyway.
				if (this.#isLong && boundingClientRect.height > 0) this.#takeOut(block, boundingClientRect.height);
			}
		}
		this.#onChange();
	}
}
