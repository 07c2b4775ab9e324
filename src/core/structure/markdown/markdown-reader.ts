// Goes through the lines of a text once and tells the readers of items, sections and tables what each one is.
import type { Segment } from "../../segment/segment.ts";
import { beginsTable } from "../../segment/segment-table.ts";
import type { Steps } from "../../steps.ts";
import type { Block } from "../block.ts";
import type { Element } from "./markdown-elements.ts";
import { MarkdownItems } from "./markdown-items.ts";
import { type Line, type OpenBlock, openBlock } from "./markdown-line.ts";
import { MarkdownSections } from "./markdown-sections.ts";
import { MarkdownTables } from "./markdown-tables.ts";
import { Speakers } from "./markdown-turns.ts";

const fence = /^[> \t]*(?:`{3}|~{3}|\{(?:code|noformat))/;
const headingSign = /^(?:#{1,6}|h[1-6]\.)$/;
const setext = /^(?:=+|-+)$/;
const thematic = /^(?:[-*_][ \t]*){3,}$/;
const rule = /^[-*_=~+|:─━═┼╪┬┴├┤┌┐└┘│\s]{3,}$/;
/** A heading longer than this is a paragraph that someone made big: only its mark is sure to stay. */
const longestHeading = 300;

export class MarkdownReader {
	readonly #text: string;
	readonly #items: MarkdownItems;
	readonly #sections = new MarkdownSections();
	readonly #tables: MarkdownTables;
	/** Fenced code and headings without a section. */
	readonly #others: OpenBlock[] = [];
	#fence: OpenBlock | null = null;
	/** Elements of more than one line, by the start of their tags. */
	readonly #opening = new Map<Segment, Element>();
	readonly #closing = new Map<Segment, Element>();
	readonly #speakers = new Speakers();
	/** Where the rule begins above the heading that the next line is, or -1: as reStructuredText has it. */
	#overline = -1;
	/** Whether the line before was blank. */
	#afterBlank = true;
	/** The first line of the present paragraph. */
	#paragraph: Line | null = null;
	/** The rule under the head of the present table. */
	#delimiter: Line | null = null;

	constructor(text: string, elements: readonly Element[]) {
		this.#text = text;
		this.#items = new MarkdownItems(text);
		this.#tables = new MarkdownTables(text);
		for (const element of elements) {
			if (!text.slice(element.open.end, element.close.start).includes("\n")) continue;
			this.#opening.set(element.open, element);
			this.#closing.set(element.close, element);
		}
	}

	*read(lines: readonly Line[]): Steps<Block[]> {
		this.#findSpeakers(lines);
		for (const [at, line] of lines.entries()) {
			yield;
			this.#elementEnds(line);
			if (!line.inside && !line.blank) this.#readLine(line, lines[at + 1], lines[at + 2]);
			else this.#readOther(line);
			if (!this.#items.inParagraph) this.#paragraph = null;
			else this.#paragraph ??= line;
			this.#afterBlank = line.blank;
			if (!line.blank) this.#sections.extend(line.end);
			for (const found of line.segments) {
				if (this.#opening.has(found)) this.#sections.openElement(found.start);
			}
		}
		return [...this.#sections.blocks, ...this.#items.blocks, ...this.#tables.blocks, ...this.#others];
	}

	/** A blank line, or one that goes on with code. */
	#readOther(line: Line): void {
		this.#items.read(line, false);
		if (this.#fence && line.inside) this.#fence.end = line.end;
		if (line.blank) this.#delimiter = null;
	}

	#readLine(line: Line, after: Line | undefined, second: Line | undefined): void {
		if (this.#delimiter !== null && this.#isRow(line)) {
			this.#items.read(line, true);
			if (line !== this.#delimiter) this.#tables.row(line, this.#bars(line));
			return;
		}
		this.#delimiter = null;
		const last = line.openers.at(-1);
		const mark = last ? this.#text.slice(last.start, last.end) : "";
		const sign = line.openers.find(({ start, end }) => headingSign.test(this.#text.slice(start, end)));
		if (sign !== undefined) {
			this.#items.read(line, true);
			const isJira = this.#text.charAt(sign.start) === "h";
			const level = isJira ? Number(this.#text.charAt(sign.start + 1)) : sign.end - sign.start;
			this.#heading(sign.start, line.end, [sign.start, sign.end], level);
		} else if (last !== undefined && last.end === line.end && rule.test(mark)) {
			this.#rule(line, last, mark, after, second);
		} else if (after !== undefined && beginsTable(this.#rowOf(line), this.#rowOf(after))) {
			this.#items.read(line, true);
			this.#tables.begin(line, after);
			this.#delimiter = after;
		} else if (line.first?.kind === "code" && fence.test(this.#text.slice(line.content, line.content + 12))) {
			this.#items.read(line, true);
			this.#readFence(line, after);
		} else this.#readText(line, after);
	}

	#readText(line: Line, after: Line | undefined): void {
		const turn = line.openers.length === 0 ? this.#speakers.turnAt(this.#text, line, after) : 0;
		this.#items.read(line, turn > 0 || (line.first?.kind === "code" && line.first.role === "inside"));
		if (turn > 0 && this.#items.depth === 0) this.#sections.turn(line.content, turn);
	}

	#heading(start: number, end: number, mark: [number, number], level: number): void {
		const frame: [number, number] = end - start > longestHeading ? mark : [start, end];
		this.#items.lead(frame);
		if (this.#items.depth === 0) this.#sections.heading(start, end, frame, level);
		else this.#others.push({ start, end, frame: [frame], filled: true });
	}

	/** A rule under a paragraph makes it a heading; else it parts sections. */
	#rule(line: Line, found: Segment, mark: string, after: Line | undefined, second: Line | undefined): void {
		const first = this.#overline >= 0 ? this.#overline : (this.#paragraph?.content ?? -1);
		const under = this.#paragraph !== null && setext.test(mark) && this.#items.holds(line);
		const above = this.#afterBlank ? -1 : Math.max(this.#items.endedBy(line), this.#tables.endedBy(line));
		if (under) this.#items.underline(line);
		this.#items.read(line, true);
		this.#overline = !under && isOverline(mark, this.#textOf(after), this.#textOf(second)) ? found.start : -1;
		if (this.#overline >= 0) return;
		if (under) {
			this.#heading(first, line.end, [found.start, found.end], mark.startsWith("=") ? 1 : 2);
		} else if (above >= 0 && setext.test(mark)) this.#sections.ruleUnder(above, found.start, found.end);
		else if (this.#items.depth === 0 && thematic.test(mark)) this.#sections.rule(found.start, found.end);
	}

	#textOf(line: Line | undefined): string {
		if (line === undefined || line.inside || line.end - line.start > longestHeading) return "";
		return this.#text.slice(line.start, line.end);
	}

	#readFence(line: Line, after: Line | undefined): void {
		const own: [number, number] = [line.content, line.end];
		if (this.#fence !== null) {
			this.#fence.frame.push(own);
			this.#fence.end = line.end;
			this.#fence = null;
		} else if (after?.inside || fence.test(this.#text.slice(after?.content, after?.end))) {
			this.#fence = openBlock(line.content, [own]);
			this.#others.push(this.#fence);
		}
	}

	#elementEnds(line: Line): void {
		for (const found of line.segments) {
			const element = this.#closing.get(found);
			if (element === undefined) continue;
			if (found === line.segments[0] && found.start === line.content)
				this.#items.closeFrom(element.open.start);
			this.#sections.closeElement(element.open.start);
		}
	}

	#rowOf(line: Line): string {
		const bar = line.openers.find(({ start }) => "|-:".includes(this.#text.charAt(start)));
		const isRow = bar !== undefined && (this.#text.charAt(bar.start) === "|" || bar.end === line.end);
		return this.#text.slice(isRow ? bar.start : line.content, line.end);
	}

	#isRow(line: Line): boolean {
		return (
			line === this.#delimiter || line.openers.every(({ start }) => "|>".includes(this.#text.charAt(start)))
		);
	}

	#bars(line: Line): [number, number][] {
		const bars = line.segments.filter(
			({ start, end }) => end === start + 1 && this.#text.charAt(start) === "|",
		);
		return bars.map(({ start, end }) => [start, end]);
	}

	#findSpeakers(lines: readonly Line[]): void {
		lines.forEach((line, at) => {
			if (line.blank || line.inside || line.openers.length > 0) return;
			this.#speakers.add(this.#text, line, lines[at + 1]);
		});
	}
}

/** Whether a rule stands above a title that another of its length stands below. */
function isOverline(mark: string, title: string, below: string): boolean {
	return setext.test(mark) && below === mark && /[\p{L}\p{N}]/u.test(title);
}
