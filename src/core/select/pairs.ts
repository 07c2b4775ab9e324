// Which opening bracket or quotation mark belongs to which closing one.

import { type BlockTable, wordKind } from "../word-table.ts";
import { gapStrength, type Layout } from "./gaps.ts";

const closers: Readonly<Record<string, string>> = {
	"(": ")",
	"[": "]",
	"![": "]",
	"{": "}",
	"<": ">",
	"（": "）",
	"［": "］",
	"｛": "｝",
	"「": "」",
	"『": "』",
	"【": "】",
	"《": "》",
	"〈": "〉",
	"〔": "〕",
	"“": "”",
	"„": "“”",
	"‘": "’",
	"‚": "‘’",
	"«": "»",
	"»": "«",
	"‹": "›",
	"›": "‹",
};

/** Deeper nesting is hostile or no nesting; it also keeps the search for a partner short. */
const deepest = 32;

/**
 * The partner of each `open` and `close` word, -1 where there is none. No pair spans a blank line or reaches from
 * one block into another beside it: one of two items, comments or values may go without the other.
 */
export function matchPairs({ text, words, gap }: Layout): Int32Array {
	const { start, end, kind, blocks } = words;
	const partner = new Int32Array(start.length).fill(-1);
	let stack: number[] = [];
	for (let at = 0; at < start.length; at++) {
		if (gap[at] === gapStrength.blankLine) stack = [];
		if (kind[at] === wordKind.open) {
			if (stack.length === deepest) stack.shift();
			stack.push(at);
		} else if (kind[at] === wordKind.close) {
			const closer = text.slice(start[at], end[at]);
			const depth = stack.findLastIndex(
				(open) => closes(text.slice(start[open], end[open]), closer) && isAround(blocks, open, at),
			);
			const open = stack[depth];
			if (open === undefined) continue;
			partner[open] = at;
			partner[at] = open;
			stack.length = depth;
		}
	}
	return partner;
}

/** Whether the block of one of two marks is that of the other, or lies around it. */
function isAround({ of, parent }: BlockTable, open: number, close: number): boolean {
	let inner = Math.max(of[open] ?? 0, of[close] ?? 0);
	const outer = Math.min(of[open] ?? 0, of[close] ?? 0);
	for (let depth = 0; depth < deepest && inner > outer; depth++) inner = parent[inner] ?? 0;
	return inner === outer;
}

function closes(opener: string, closer: string): boolean {
	return opener === closer || (closers[opener] ?? "").includes(closer);
}
