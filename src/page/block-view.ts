// Shows a long text as blocks of lines, up to a limit, with a button for more. The text goes in as text,
// never as HTML. In a long text only the blocks near view are laid out.

import { counted } from "./format.ts";
import { NearBlocks } from "./near-blocks.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

/** Code units shown at first, and added by each "Show more": about 100,000 LLM tokens. */
const portion = 400_000;

export interface ShownBlock extends TextBlock {
	/** Stands for the block in the layout. */
	readonly element: HTMLElement;
	/** Holds the block's text, and nothing else. */
	readonly content: HTMLElement;
}

export class BlockView {
	readonly #container: HTMLElement;
	readonly #more = document.createElement("button");
	readonly #near: NearBlocks;
	#text = "";
	#blocks: ShownBlock[] = [];

	/** @param onNear called when other blocks come near view. */
	constructor(container: HTMLElement, onNear: () => void = () => {}) {
		this.#container = container;
		this.#near = new NearBlocks(container, onNear);
		this.#more.type = "button";
		this.#more.className = "show-more";
		this.#more.addEventListener("click", () => {
			this.#show(this.#end + portion);
			this.#container.focus();
		});
		container.addEventListener("copy", (event) => this.#copy(event));
	}

	/** The blocks in view or about to be. */
	get near(): readonly ShownBlock[] {
		return this.#near.blocks;
	}

	/** Shows `text` from its beginning; what is the same as before is not touched. */
	show(text: string): void {
		if (text === this.#text) return;
		this.#text = text;
		this.#show(portion);
	}

	/** The block that holds `offset`, laid out; shows more of the text where needed. */
	blockAt(offset: number): ShownBlock | undefined {
		if (offset >= this.#end) this.#show(offset + portion);
		const block = this.#blocks.find((each) => offset < each.end);
		if (block !== undefined) this.#near.layOut(block);
		return block;
	}

	get #end(): number {
		return this.#blocks.at(-1)?.end ?? 0;
	}

	#show(limit: number): void {
		const before = this.#blocks;
		this.#blocks = textBlocks(this.#text, 0, limit).map((range, i) => {
			const { element, content } = before[i] ?? this.#createBlock();
			const text = this.#text.slice(range.start, range.end);
			if (content.textContent !== text) content.textContent = text;
			return { ...range, element, content };
		});
		for (const { element } of before.slice(this.#blocks.length)) element.remove();
		const left = this.#text.length - this.#end;
		this.#more.textContent = `Show more: ${counted(left, "character")} follow`;
		if (left > 0) this.#container.append(this.#more);
		else this.#more.remove();
		this.#near.watch(this.#blocks);
	}

	#createBlock(): Pick<ShownBlock, "element" | "content"> {
		const element = document.createElement("div");
		const content = document.createElement("span");
		element.className = "block";
		element.append(content);
		this.#container.append(element);
		return { element, content };
	}

	/** A copied selection is the text itself, without a line break for each block. */
	#copy(event: ClipboardEvent): void {
		const selection = document.getSelection();
		if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
		event.clipboardData.setData("text/plain", selection.getRangeAt(0).toString());
		event.preventDefault();
	}
}
