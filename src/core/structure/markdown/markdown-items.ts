// List items, quotes and footnotes: which lines belong to which, by the rules of CommonMark.
import { columnOf, type Line, type OpenBlock, openBlock } from "./markdown-line.ts";

interface Container {
	/** What opens it, without digits: a quote's sign, or a bullet's kind. */
	readonly type: string;
	readonly quote: boolean;
	/** Lines from this column on belong to the item. */
	readonly column: number;
	readonly block: OpenBlock;
	/** The item's first paragraph with its bullet, while it goes on. */
	lead: OpenBlock | null;
	/** Whether its first paragraph went on with a line that does not stand in the item. */
	lazy: boolean;
	/** The list whose first bullet the item needs, or null. */
	readonly list: OpenBlock | null;
	/** The items beside it so far, if it must not be read as part of one of them. */
	readonly beside: Siblings;
}

/** Items of one list, of which each may stand a little deeper than the one before. */
interface Siblings {
	readonly start: number;
	/** A bullet from this column on would stand in one of the items, but for those between. */
	column: number;
	/** Holds the list and keeps the items between, if there is such a bullet. */
	block: OpenBlock | null;
}

/** A footnote goes on with lines indented by this much. */
const footnoteIndent = 4;
/** Deeper nesting is hostile or no nesting; it also keeps the work per line short. */
const deepest = 32;
const ordered = /^\d{1,9}[.)]$/;
/** What opens an item, as against a rule, a heading or a table's bar. */
const bullet =
	/^(?:[-*+•‣▪◦●○■□–—]|\d{1,9}[.)]|[a-zA-Z]\)|\([\da-z]{1,4}\)|[ivx]{1,5}[.)]|[IVX]{1,5}\.|[\d一二三四五六七八九十]{1,3}、|（[^）]{1,3}）|[①-⑳]|\[\^[^\]]+\]:)$/u;

/**
 * Reads items line by line. An item's frame is its bullet (with its box); its first paragraph keeps a word as long
 * as anything of the item stays, else what is below it would take its place.
 */
export class MarkdownItems {
	readonly blocks: OpenBlock[] = [];
	readonly #text: string;
	readonly #open: Container[] = [];
	/** Whether the line before was a paragraph's, and where its last word begins. */
	#paragraph = false;
	#lastWord = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** How many items and quotes are open. */
	get depth(): number {
		return this.#open.length;
	}

	/** Whether the line before was one of a paragraph that this line may go on with. */
	get inParagraph(): boolean {
		return this.#paragraph;
	}

	/** Whether the line stands in all of the open items and quotes. */
	holds(line: Line): boolean {
		return this.#match(line).matched === this.#open.length;
	}

	/** Ends all items that began behind `place`, where something around them ends. */
	closeFrom(place: number): void {
		while ((this.#open.at(-1)?.block.start ?? -1) > place) this.#open.pop();
		this.#paragraph = false;
	}

	/** Where the first item or quote begins that the line ends, or -1. */
	endedBy(line: Line): number {
		const ended = this.#open[this.#match(line).matched];
		return ended === undefined ? -1 : Math.min(ended.block.start, ended.list?.start ?? ended.block.start);
	}

	/** A heading right behind an item's bullet stays with the item: what is below would have no place without. */
	lead(heading: [number, number]): void {
		const item = this.#open.at(-1);
		const bullet = item?.block.frame.at(-1);
		if (item === undefined || bullet === undefined) return;
		if (/\S/.test(this.#text.slice(bullet[1], heading[0]))) return;
		item.block.frame.push(heading);
	}

	/** The line underlines the paragraph so far, which is a heading: it belongs to what that leads. */
	underline(line: Line): void {
		for (const { lead } of this.#open) if (lead) lead.end = line.end;
	}

	/** @param structural whether the line is no paragraph's: a heading, a rule, a table's row, a fence */
	read(line: Line, structural: boolean): void {
		if (line.inside) this.#extend(line);
		else if (line.blank || this.#isBlankQuote(line)) {
			this.#paragraph = false;
			for (const container of this.#open) container.lead = null;
		} else this.#readText(line, structural);
	}

	#readText(line: Line, structural: boolean): void {
		const { matched, next } = this.#match(line);
		const rest = line.openers.slice(next).map((found) => this.#text.slice(found.start, found.end));
		const opens = rest.findIndex((mark) => mark === ">" || bullet.test(mark)) === 0;
		const closing = matched < this.#open.length;
		if (
			this.#paragraph &&
			opens &&
			!closing &&
			ordered.test(rest[0] ?? "") &&
			!/^1[.)]$/.test(rest[0] ?? "")
		) {
			// A number at the start of a wrapped line: an item would begin if the words before it went.
			const mark = line.openers[next];
			if (mark)
				this.blocks.push({
					start: this.#lastWord,
					end: mark.end,
					frame: [[this.#lastWord, mark.end]],
					filled: false,
				});
			this.#extend(line);
			return;
		}
		if (this.#paragraph && closing && !opens && !structural) {
			this.#goOn(matched);
			this.#extend(line);
			return;
		}
		const tie = this.#paragraph && !closing;
		const closed = this.#open.splice(matched);
		if (opens || structural) for (const container of this.#open) container.lead = null;
		this.#openAll(line, next, tie, closed);
		this.#paragraph = !structural && line.content < line.end;
		this.#extend(line);
		if (structural) for (const container of this.#open) container.lead = null;
	}

	/** Before a line that goes on with an item without standing in it: the item's own line keeps a word. */
	#goOn(from: number): void {
		for (const container of this.#open.slice(from)) {
			const { lead, lazy, quote } = container;
			if (lead && !lazy) this.blocks.push({ ...lead, frame: [...lead.frame] });
			if (lead && !lazy && quote) this.blocks.push(lead);
			container.lazy = true;
		}
	}

	/** A line of quote signs alone parts paragraphs as a blank one does. */
	#isBlankQuote({ openers, content, end }: Line): boolean {
		return (
			content >= end && openers.length > 0 && openers.every(({ start }) => this.#text.charAt(start) === ">")
		);
	}

	/** How many of the open containers the line belongs to, and how many of its openers that takes. */
	#match(line: Line): { matched: number; next: number } {
		let next = 0;
		let matched = 0;
		for (const container of this.#open) {
			const opener = line.openers[next];
			const from = opener?.start ?? line.content;
			if (container.quote) {
				if (opener === undefined || this.#text.charAt(opener.start) !== ">") break;
				next++;
			} else if (columnOf(this.#text, line, from) < container.column) break;
			matched++;
		}
		return { matched, next };
	}

	#openAll(line: Line, from: number, tie: boolean, closed: readonly Container[]): void {
		for (let next = from; next < line.openers.length; next++) {
			const opener = line.openers[next];
			if (opener === undefined || this.#open.length >= deepest) break;
			const mark = this.#text.slice(opener.start, opener.end);
			const quote = mark === ">";
			if (!quote && !bullet.test(mark)) break;
			const box = line.openers[next + 1];
			const hasBox = box !== undefined && this.#text.charAt(box.start) === "[" && !quote;
			// The quote signs before a bullet say where it stands.
			const start = quote ? opener.start : this.#quoteBefore(line, next, from);
			const block = openBlock(start, quote ? [] : [[start, (hasBox ? box : opener).end]]);
			const type = mark.replace(/\d+/, "1");
			const sibling = next === from ? closed[0] : undefined;
			const list = this.#listOf(mark, type, block, tie && next === from, sibling);
			const column = mark.startsWith("[^") ? footnoteIndent : columnOf(this.#text, line, opener.end) + 1;
			const after = line.openers[next + 1];
			const empty =
				line.content >= line.end ||
				(after !== undefined && bullet.test(this.#text.slice(after.start, after.end)));
			const lead = empty ? null : openBlock(start, quote ? [[start, opener.end]] : [...block.frame], true);
			const beside = this.#besides(columnOf(this.#text, line, opener.start), column, block, sibling);
			this.#open.push({ type, quote, column, block, lead, lazy: false, list, beside });
			if (!quote) this.blocks.push(block);
			if (lead && !quote) this.blocks.push(lead);
		}
	}

	/** Where the quote signs right before the opener of number `at` begin, or that opener itself. */
	#quoteBefore({ openers }: Line, at: number, from: number): number {
		let first = at;
		while (first > 0 && this.#text.charAt(openers[first - 1]?.start ?? 0) === ">") first--;
		return openers[Math.min(first, at)]?.start ?? from;
	}

	/** An item that stands deeper than one before it, without being part of it, needs the item between them. */
	#besides(column: number, inner: number, block: OpenBlock, before: Container | undefined): Siblings {
		const beside =
			before?.quote === false ? before.beside : { start: block.start, column: inner, block: null };
		if (before !== undefined && column >= beside.column) {
			if (beside.block === null) {
				beside.block = openBlock(beside.start, []);
				this.blocks.push(beside.block);
			}
			beside.block.frame.push(...before.block.frame);
		}
		beside.column = Math.min(beside.column, inner);
		return beside;
	}

	/** Without its first item, a numbered list right behind a paragraph would be part of that. */
	#listOf(
		mark: string,
		type: string,
		block: OpenBlock,
		tie: boolean,
		sibling: Container | undefined,
	): OpenBlock | null {
		if (!ordered.test(mark)) return null;
		if (sibling !== undefined) return sibling.type === type ? sibling.list : null;
		if (!tie) return null;
		const list = openBlock(block.start, [...block.frame]);
		this.blocks.push(list);
		return list;
	}

	#extend(line: Line): void {
		for (const { block, lead, list, beside } of this.#open) {
			block.end = Math.max(block.end, line.end);
			if (beside.block) beside.block.end = Math.max(beside.block.end, line.end);
			if (list) list.end = Math.max(list.end, line.end);
			if (lead) lead.end = Math.max(lead.end, line.end);
		}
		if (!this.#paragraph) return;
		// By hand: an expression that ends at the end looks again and again at one long word.
		let word = line.end;
		while (word > line.start && /\S/.test(this.#text.charAt(word - 1))) word--;
		if (word < line.end) this.#lastWord = Math.max(line.content, word);
	}
}
