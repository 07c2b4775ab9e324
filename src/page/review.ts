// The source as the model sees it: shaded by keep probability, dropped words struck through. Paints
// only the blocks in or near view, so that a slider move costs the same in any length of text.
import type { Span } from "../core/options.ts";
import { BlockView, type ShownBlock } from "./block-view.ts";
import { byId } from "./dom.ts";
import type { Pin } from "./pins.ts";
import type { Outcome } from "./selection.ts";
import { createShading } from "./shading.ts";
import { SpanSet } from "./span-set.ts";
import { offsetAt, rangeIn } from "./text-point.ts";
import { WordIndex } from "./word-index.ts";
import { type LookContext, runsWithin } from "./word-looks.ts";

const noWords = new WordIndex([]);
const nothing: LookContext = {
	kept: new SpanSet([]),
	pinned: new SpanSet([]),
	struck: new SpanSet([]),
	warned: new SpanSet([]),
};

function spansOf(pins: readonly Pin[], choice: Pin["choice"]): Span[] {
	return pins.filter((pin) => pin.choice === choice).map((pin) => [pin.start, pin.end]);
}

export class Review {
	readonly root = byId("review", HTMLElement);
	readonly #view: BlockView;
	readonly #shading = createShading();
	readonly #near = new Map<Element, ShownBlock>();
	readonly #watcher: IntersectionObserver;
	#words = noWords;
	#wordsOf: unknown = null;
	#context = nothing;

	constructor() {
		// A text that scrolls and is walked through by keyboard takes the focus, though it is no control.
		this.root.tabIndex = 0;
		this.#watcher = new IntersectionObserver((entries) => this.#onNear(entries), {
			root: this.root,
			rootMargin: "100% 0%",
		});
		this.#view = new BlockView(this.root, (blocks) => this.#onBlocks(blocks));
	}

	/** The words of the text shown; none while it is not scored. */
	get words(): WordIndex {
		return this.#words;
	}

	/** Whether the word is in the result now. */
	isKept(start: number, end: number): boolean {
		return this.#context.kept.overlaps(start, end);
	}

	/** Shows the text, shaded when `outcome` is its own. */
	show(text: string, outcome: Outcome | null, pins: readonly Pin[]): void {
		const own = outcome?.scored.text === text ? outcome : null;
		if (own?.scored !== this.#wordsOf) {
			this.#wordsOf = own?.scored;
			this.#words = own === null ? noWords : new WordIndex(own.scored.scored.words);
		}
		this.#context =
			own === null
				? nothing
				: {
						kept: new SpanSet(own.result.spans),
						pinned: SpanSet.merging(spansOf(pins, "keep")),
						struck: SpanSet.merging(spansOf(pins, "drop")),
						warned: SpanSet.merging(own.result.warnings.flatMap((warning) => warning.spans)),
					};
		this.#view.show(text);
		this.#paint();
	}

	/** The index of the word under a point of the screen, or −1. */
	wordAt(x: number, y: number): number {
		const offset = offsetAt([...this.#near.values()], x, y);
		return offset === -1 ? -1 : this.#words.covering(offset);
	}

	/** The DOM range of `[start, end)`; shows more of the text where needed. */
	rangeOf(start: number, end: number): Range | null {
		this.#view.showUpTo(start);
		const block = this.#view.blocks.find((each) => start < each.end);
		return block === undefined ? null : rangeIn(block, start, end);
	}

	#onBlocks(blocks: readonly ShownBlock[]): void {
		this.#watcher.disconnect();
		this.#near.clear();
		for (const block of blocks) this.#watcher.observe(block.element);
	}

	#onNear(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting } of entries) {
			const block = isIntersecting && this.#view.blocks.find(({ element }) => element === target);
			if (block) this.#near.set(target, block);
			else this.#near.delete(target);
		}
		this.#paint();
	}

	#paint(): void {
		this.#shading.paint(
			[...this.#near.values()].map((block) => [
				block,
				runsWithin(this.#words, block.start, block.end, this.#context),
			]),
		);
	}
}
