// What the tests of segment, words, clauses and negations look at: slices of a text instead of numbers.
import { readWords } from "./read-words.ts";
import { type Segment, segment } from "./segment/segment.ts";
import { type Reason, reasons, type WordTable, wordKind } from "./word-table.ts";

export function analyse(text: string): WordTable {
	return readWords(text);
}

/** The slices of one kind; segments that touch are one slice. */
export function segmentsOf(text: string, kind: Segment["kind"]): string[] {
	const spans: { start: number; end: number }[] = [];
	for (const { start, end } of segment(text).filter((found) => found.kind === kind)) {
		const last = spans.at(-1);
		if (last?.end === start) last.end = end;
		else spans.push({ start, end });
	}
	return spans.map(({ start, end }) => text.slice(start, end));
}

export function wordsOf(text: string): string[] {
	return slices(text, analyse(text));
}

function slices(text: string, { start, end }: WordTable): string[] {
	return Array.from(start, (from, at) => text.slice(from, end[at]));
}

/** The words of one kind. */
export function wordsOfKind(text: string, kind: keyof typeof wordKind): string[] {
	const words = analyse(text);
	return slices(text, words).filter((_, at) => words.kind[at] === wordKind[kind]);
}

/** The words with one reason. */
export function wordsWithReason(text: string, reason: Reason): string[] {
	const words = analyse(text);
	return slices(text, words).filter((_, at) => words.reason[at] === reasons.indexOf(reason));
}

/** The clauses, each with the white space inside it made one space. */
export function clausesOf(text: string): string[] {
	const { start, end, clause } = analyse(text);
	const spans = new Map<number, [number, number]>();
	clause.forEach((number, at) => {
		spans.set(number, [spans.get(number)?.[0] ?? start[at] ?? 0, end[at] ?? 0]);
	});
	return [...spans.values()].map(([from, to]) => text.slice(from, to).replace(/\s+/g, " "));
}
