// The source as the model sees it: shaded by keep probability, dropped words struck through. Paints
// only the blocks in or near view, so that a slider move costs the same in any length of text.
import type { Explanation } from "../core/explain/explanation.ts";
import type { Span } from "../core/options.ts";
import { BlockView } from "./block-view.ts";
import { byId } from "./dom.ts";
import type { Pin } from "./pins.ts";
import type { Outcome } from "./selection.ts";
import { defaultSettings, type Settings } from "./settings.ts";
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
	protect: defaultSettings.protect,
};

function spansOf(pins: readonly Pin[], choice: Pin["choice"]): Span[] {
	return pins.filter((pin) => pin.choice === choice).map((pin) => [pin.start, pin.end]);
}

export class Review {
	readonly root = byId("review", HTMLElement);
	readonly #view: BlockView;
	readonly #shading = createShading();
	#words = noWords;
	#wordsOf: unknown = null;
	#outcome: Outcome | null = null;
	#context = nothing;
	#onLayout: () => void = () => {};

	constructor() {
		// A text that scrolls and is walked through by keyboard takes the focus, though it is no control.
		this.root.tabIndex = 0;
		this.#view = new BlockView(this.root, () => {
			this.#paint();
			this.#onLayout();
		});
	}

	/** From now on `listener` hears when blocks were laid out or taken out: what stands below has moved then. */
	onLayout(listener: () => void): void {
		this.#onLayout = listener;
	}

	/** The words of the text shown; none while it is not scored. */
	get words(): WordIndex {
		return this.#words;
	}

	/** What became of the word of this index, and why; `null` where nothing is selected. */
	explain(index: number): Explanation | null {
		const word = this.#words.at(index);
		if (word === undefined || this.#outcome === null) return null;
		const { scored, options } = this.#outcome;
		return scored.scored.explain([word.start, word.end], options)[0] ?? null;
	}

	/** Shows the text, shaded when `outcome` is its own. */
	show(text: string, outcome: Outcome | null, pins: readonly Pin[], protect: Settings["protect"]): void {
		const own = outcome?.scored.text === text ? outcome : null;
		this.#outcome = own;
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
						warned: SpanSet.merging(
							own.result.warnings
								// What is protected is marked as such already.
								.filter((warning) => warning.code !== "protected-exceeds-budget")
								.flatMap((warning) => warning.spans),
						),
						protect,
					};
		this.#view.show(text);
		this.#paint();
	}

	/** The index of the word under a point of the screen, or −1. */
	wordAt(x: number, y: number): number {
		const offset = offsetAt(this.#view.near, x, y);
		return offset === -1 ? -1 : this.#words.covering(offset);
	}

	/** The DOM range of `[start, end)`; shows more of the text where needed. */
	rangeOf(start: number, end: number): Range | null {
		const block = this.#view.blockAt(start);
		return block === undefined ? null : rangeIn(block, start, end);
	}

	#paint(): void {
		this.#shading.paint(
			this.#view.near.map((block) => [block, runsWithin(this.#words, block.start, block.end, this.#context)]),
		);
	}
}
