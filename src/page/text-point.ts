// From a point of the screen to an offset of the text shown there, and back.
import type { ShownBlock } from "./block-view.ts";

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
	if (typeof document.caretPositionFromPoint === "function") {
		const position = document.caretPositionFromPoint(x, y);
		return position === null ? null : { node: position.offsetNode, offset: position.offset };
	}
	const range = document.caretRangeFromPoint(x, y);
	return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}

/** The DOM position of `offset` code units into the block, whatever nodes it is made of. */
function positionIn(element: HTMLElement, offset: number): { node: Node; offset: number } {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let left = offset;
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const length = node.textContent?.length ?? 0;
		if (left <= length) return { node, offset: left };
		left -= length;
	}
	return { node: element, offset: element.childNodes.length };
}

/** The DOM range of `[start, end)`, cut at its block's end. */
export function rangeIn(block: ShownBlock, start: number, end: number): Range {
	const range = document.createRange();
	const from = positionIn(block.content, start - block.start);
	const to = positionIn(block.content, Math.min(end, block.end) - block.start);
	range.setStart(from.node, from.offset);
	range.setEnd(to.node, to.offset);
	return range;
}

function covers(rect: DOMRect, x: number, y: number): boolean {
	return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

/** The offset of the character under the point, or −1 where there is none. */
export function offsetAt(blocks: readonly ShownBlock[], x: number, y: number): number {
	const caret = caretAt(x, y);
	const block = blocks.find(({ content }) => caret !== null && content.contains(caret.node));
	if (caret === null || block === undefined) return -1;
	const before = document.createRange();
	before.setStart(block.content, 0);
	before.setEnd(caret.node, caret.offset);
	const at = block.start + before.toString().length;
	// A caret lies between characters: the one under the point is on either side of it.
	for (const offset of [at, at - 1]) {
		if (offset < block.start || offset >= block.end) continue;
		const rects = rangeIn(block, offset, offset + 1).getClientRects();
		if ([...rects].some((rect) => covers(rect, x, y))) return offset;
	}
	return -1;
}
