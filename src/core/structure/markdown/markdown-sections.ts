// Headings with what stands under them, the turns of a transcript, and the rules that part sections.
import { type OpenBlock, openBlock } from "./markdown-line.ts";

interface Section {
	/** 1–6 of a heading, {@link turn}, or {@link element}, which no heading inside ends. */
	readonly level: number;
	readonly block: OpenBlock;
}

const turn = 0;
const element = -1;
/**
 * A heading stays or goes as one. It stays as long as a word of its section does, and not without one: an outline
 * is worth more than a few words, but a heading over nothing is not.
 */
export class MarkdownSections {
	readonly blocks: OpenBlock[] = [];
	readonly #open: Section[] = [];
	/** Where the last rule of the present section ends. */
	#ruled = 0;
	/** Where the part begins that the last rule ends, and the first of the rules that stand together there. */
	#ruledFrom = 0;
	#rules = 0;
	/** Where the last line that is not blank ends. */
	#lastEnd = 0;

	/** @param frame what stays with the section: the whole heading, or of a long one its mark */
	heading(start: number, end: number, frame: [number, number], level: number): void {
		const floor = this.#open.findLastIndex((open) => open.level === element) + 1;
		const outer = this.#open.findIndex((open, at) => at >= floor && open.level >= level);
		if (outer >= 0) {
			// Until the rule under it, the heading seemed to be text of the section.
			for (const { block } of this.#open.splice(outer)) block.end = Math.min(block.end, start);
		}
		this.#begin(start, frame, end, level);
	}

	/** The turn of a speaker, whose label is `[start, end)`. */
	turn(start: number, end: number): void {
		const floor = this.#open.findLastIndex((open) => open.level === element) + 1;
		const before = this.#open.findIndex((open, at) => at >= floor && open.level === turn);
		if (before >= 0) this.#open.length = before;
		this.#begin(start, [start, end], end, turn);
	}

	/** A rule stays with what is above it up to the rule before: alone it would open the text as front matter does. */
	rule(start: number, end: number): void {
		const again = this.#ruled > 0 && this.#ruled === this.#lastEnd;
		if (!again) {
			this.#ruledFrom = Math.max(this.#ruled, this.#open.at(-1)?.block.start ?? 0);
			this.#rules = start;
		}
		// Rules with nothing between them stay or go together.
		if (this.#ruledFrom < start)
			this.blocks.push({ start: this.#ruledFrom, end, frame: [[this.#rules, end]], filled: true });
		this.#ruled = end;
	}

	/** Right under what begins at `above` and is no paragraph, a rule stays or goes with it: else it would underline. */
	ruleUnder(above: number, start: number, end: number): void {
		this.blocks.push({ start: above, end, frame: [[start, end]], filled: true });
		this.#ruled = end;
	}

	openElement(start: number): void {
		this.#open.push({ level: element, block: openBlock(start, []) });
		this.#ruled = start;
	}

	/** Ends an element and every section that began in it. */
	closeElement(start: number): void {
		const at = this.#open.findLastIndex((open) => open.level === element && open.block.start === start);
		if (at >= 0) this.#open.length = at;
	}

	/** The line ends at `end`: the open sections hold it. */
	extend(end: number): void {
		this.#lastEnd = end;
		for (const { block } of this.#open) block.end = end;
	}

	#begin(start: number, frame: [number, number], end: number, level: number): void {
		// The heading, a whole, is brought by its section's frame and is no word to fill the section with.
		const block = openBlock(start, [frame], true);
		block.end = end;
		this.blocks.push(block);
		this.#open.push({ level, block });
		this.#ruled = start;
	}
}
