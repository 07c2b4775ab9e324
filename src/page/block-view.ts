// Shows a long text as blocks of lines, up to a limit, with a button for more. The browser skips the
// layout of blocks out of view (content-visibility in reading.css). The text goes in as text, never as HTML.
import { counted } from "./format.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

/** Code units shown at first, and added by each "Show more": about 100,000 LLM tokens. */
const portion = 400_000;

export interface ShownBlock extends TextBlock {
	readonly element: HTMLElement;
}

export class BlockView {
	readonly #container: HTMLElement;
	readonly #more = document.createElement("button");
	readonly #onChange: (blocks: readonly ShownBlock[]) => void;
	#text = "";
	#blocks: ShownBlock[] = [];

	/** @param onChange called whenever blocks were added or replaced. */
	constructor(container: HTMLElement, onChange: (blocks: readonly ShownBlock[]) => void = () => {}) {
		this.#container = container;
		this.#onChange = onChange;
		this.#more.type = "button";
		this.#more.className = "show-more";
		this.#more.addEventListener("click", () => {
			this.#show(this.#end + portion);
			this.#container.focus();
		});
		container.addEventListener("copy", (event) => this.#copy(event));
	}

	get text(): string {
		return this.#text;
	}

	get blocks(): readonly ShownBlock[] {
		return this.#blocks;
	}

	/** Shows `text` from its beginning; what is the same as before is not touched. */
	show(text: string): void {
		if (text === this.#text && this.#blocks.length > 0) return;
		this.#text = text;
		this.#show(portion);
	}

	/** Shows at least up to `offset`. */
	showUpTo(offset: number): void {
		if (offset >= this.#end) this.#show(offset + portion);
	}

	get #end(): number {
		return this.#blocks.at(-1)?.end ?? 0;
	}

	#show(limit: number): void {
		const elements = this.#blocks.map((block) => block.element);
		this.#blocks = textBlocks(this.#text, 0, limit).map((block, i) => {
			const element = elements[i] ?? document.createElement("div");
			const content = this.#text.slice(block.start, block.end);
			if (element.textContent !== content) element.textContent = content;
			if (elements[i] === undefined) {
				element.className = "block";
				this.#container.append(element);
			}
			return { ...block, element };
		});
		for (const surplus of elements.slice(this.#blocks.length)) surplus.remove();
		const left = this.#text.length - this.#end;
		this.#more.textContent = `Show more: ${counted(left, "character")} follow`;
		if (left > 0) this.#container.append(this.#more);
		else this.#more.remove();
		this.#onChange(this.#blocks);
	}

	/** A copied selection is the text itself, without a line break for each block. */
	#copy(event: ClipboardEvent): void {
		const selection = document.getSelection();
		if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
		event.clipboardData.setData("text/plain", selection.getRangeAt(0).toString());
		event.preventDefault();
	}
}
