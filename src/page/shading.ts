// Paints the runs of the blocks in view. With the CSS Custom Highlight API the text stays one node a
// block, however many words it has; without it the blocks in view are split into spans.
import type { ShownBlock } from "./block-view.ts";
import { type LookName, lookNames, type Run } from "./word-looks.ts";

export interface Shading {
	/** Replaces whatever was painted. Runs are in source offsets, within their block. */
	paint(blocks: Iterable<readonly [ShownBlock, readonly Run[]]>): void;
}

function createHighlights(): Shading {
	const highlights = new Map<LookName, Highlight>();
	for (const [priority, name] of lookNames.entries()) {
		const highlight = new Highlight();
		highlight.priority = priority;
		highlights.set(name, highlight);
		CSS.highlights.set(`sieve-${name}`, highlight);
	}
	return {
		paint(blocks) {
			for (const highlight of highlights.values()) highlight.clear();
			for (const [block, runs] of blocks) {
				const node = block.content.firstChild;
				if (node === null) continue;
				for (const run of runs) {
					const range = new StaticRange({
						startContainer: node,
						startOffset: run.start - block.start,
						endContainer: node,
						endOffset: run.end - block.start,
					});
					for (const look of run.looks) highlights.get(look)?.add(range);
				}
			}
		},
	};
}

function createSpans(): Shading {
	return {
		paint(blocks) {
			for (const [block, runs] of blocks) {
				const text = block.content.textContent ?? "";
				const nodes: Node[] = [];
				let at = block.start;
				for (const run of runs) {
					nodes.push(document.createTextNode(text.slice(at - block.start, run.start - block.start)));
					const span = document.createElement("span");
					span.className = run.looks.map((look) => `sieve-${look}`).join(" ");
					span.textContent = text.slice(run.start - block.start, run.end - block.start);
					nodes.push(span);
					at = run.end;
				}
				nodes.push(document.createTextNode(text.slice(at - block.start)));
				block.content.replaceChildren(...nodes);
			}
		},
	};
}

export function createShading(): Shading {
	return typeof Highlight === "function" && "highlights" in CSS ? createHighlights() : createSpans();
}
