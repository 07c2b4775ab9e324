// Normalized text -> the pieces that the vocabulary cuts one by one: WhitespaceSplit and Metaspace of the Rust
// crate `tokenizers`. A piece is a white-space run of the text with a "▁" for the space before it.
import type { AlignedText } from "./aligned-text.ts";
import type { Metaspace, TokenizerFile } from "./tokenizer-file.ts";

export interface Piece {
	readonly text: string;
	/** Where it begins in the normalized text. */
	readonly from: number;
	/** Whether its first unit, a "▁", was put in and stands for no unit of the normalized text. */
	readonly prepended: boolean;
}

const notWhiteSpace = /\P{White_Space}+/gu;

/** @param origin where the source begins: what prepend "first" goes by. */
export function* splitPieces(
	{ text, start }: AlignedText,
	{ splitsAtWhiteSpace, metaspace }: Pick<TokenizerFile, "splitsAtWhiteSpace" | "metaspace">,
	origin: number,
): Generator<Piece, undefined> {
	if (text === "") return;
	if (!splitsAtWhiteSpace) yield* splitRun(text, 0, metaspace, start[0] === origin);
	else {
		for (const { 0: run, index } of text.matchAll(notWhiteSpace)) {
			yield* splitRun(run, index, metaspace, start[index] === origin);
		}
	}
}

function* splitRun(
	run: string,
	from: number,
	metaspace: Metaspace | null,
	isFirst: boolean,
): Generator<Piece, undefined> {
	if (!metaspace) {
		yield { text: run, from, prepended: false };
		return;
	}
	const { replacement, prepend, split } = metaspace;
	const text = run.replaceAll(" ", replacement);
	let prepended = (prepend === "always" || (prepend === "first" && isFirst)) && !text.startsWith(replacement);
	let start = 0;
	while (start < text.length) {
		const next = split ? text.indexOf(replacement, start + 1) : -1;
		const end = next < 0 ? text.length : next;
		const piece = text.slice(start, end);
		yield { text: prepended ? replacement + piece : piece, from: from + start, prepended };
		prepended = false;
		start = end;
	}
}
