// What the readers of data and code find in a text, collected in text order.
import type { Segment, SegmentRole } from "../segment/segment.ts";
import { scanInline } from "../segment/segment-inline.ts";
import { SegmentList } from "../segment/segment-list.ts";
import type { Block } from "./block.ts";

/** Segments ascend; blocks come in any order. */
export class Parts {
	readonly segments: Segment[] = [];
	readonly blocks: Block[] = [];

	push(kind: Segment["kind"], start: number, end: number, role: SegmentRole = "whole"): void {
		if (end > start) this.segments.push({ start, end, kind, role });
	}

	/** A range that some block's frame holds: it stays while a word of that block does. */
	mark(start: number, end: number): void {
		this.push("markup", start, end, "marker");
	}

	/** A range that is one word, of which the model decides. */
	word(start: number, end: number): void {
		this.push(null, start, end);
	}

	block(block: Block): void {
		if (block.end > block.start) this.blocks.push(block);
	}

	/** URLs, placeholders, code and numbers in a range of prose that holds no marks of its format. */
	prose(text: string, start: number, end: number): void {
		if (end <= start) return;
		const slice = text.slice(start, end);
		const found = new SegmentList();
		scanInline(slice, 0, slice.length, false, found);
		for (const { kind, role, ...at } of found.finish()) {
			if (kind !== "markup") this.push(kind, start + at.start, Math.min(end, start + at.end), role);
		}
	}
}
