// BERT's normalization with alignments: control characters out, room around Chinese characters, accents off, lower
// case. A port of `BertNormalizer` of the Rust crate `tokenizers`, which says where a character came from alike.
import type { AlignedText } from "./aligned-text.ts";
import { accents, removedCharacters, undecomposed } from "./character-sets.ts";
import { CodePointSet } from "./code-point-set.ts";

/** As in tokenizer.json. */
export interface BertNormalization {
	readonly cleanText: boolean;
	readonly handleChineseChars: boolean;
	readonly stripAccents: boolean;
	readonly lowercase: boolean;
}

const removed = new CodePointSet(removedCharacters);
const accentSet = new CodePointSet(accents);
const newComposites = new CodePointSet(undecomposed);
const mark = /^\p{M}$/u;
const space = 0x20;
/** Below it nothing is composed and nothing combines. */
const firstComposite = 0xc0;

/** `source[from, to)`, which holds whole characters. A lone surrogate counts as U+FFFD. */
export function normalizeBert(
	source: string,
	from: number,
	to: number,
	steps: BertNormalization,
): AlignedText {
	let characters = clean(source, from, to, steps);
	if (steps.stripAccents) characters = stripAccents(characters);
	if (steps.lowercase) characters = lowerCase(characters);
	return characters.toText();
}

/** Unicode's White_Space, which the crate goes by. */
export function isWhiteSpace(codePoint: number): boolean {
	if (codePoint <= space) return codePoint === space || (codePoint >= 9 && codePoint <= 13);
	if (codePoint < 0x1680) return codePoint === 0x85 || codePoint === 0xa0;
	return /^\p{White_Space}$/u.test(String.fromCodePoint(codePoint));
}

/** U+2B820–2B91F are not among them: so has the reference it. */
export function isChinese(codePoint: number): boolean {
	if (codePoint < 0x3400) return false;
	return (
		(codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
		codePoint <= 0x4dbf ||
		(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
		(codePoint >= 0x20000 && codePoint <= 0x2a6df) ||
		(codePoint >= 0x2a700 && codePoint <= 0x2b81f) ||
		(codePoint >= 0x2b920 && codePoint <= 0x2ceaf) ||
		(codePoint >= 0x2f800 && codePoint <= 0x2fa1f)
	);
}

/** Code points with the ranges of the source that they came from. */
class Characters {
	readonly codePoint: number[] = [];
	readonly start: number[] = [];
	readonly end: number[] = [];

	push(codePoint: number, start = 0, end = 0): void {
		this.codePoint.push(codePoint);
		this.start.push(start);
		this.end.push(end);
	}

	toText(): AlignedText {
		const text = this.codePoint.map((codePoint) => String.fromCodePoint(codePoint)).join("");
		if (text.length === this.codePoint.length) {
			return { text, start: Uint32Array.from(this.start), end: Uint32Array.from(this.end) };
		}
		const start = new Uint32Array(text.length);
		const end = new Uint32Array(text.length);
		let at = 0;
		for (const [index, codePoint] of this.codePoint.entries()) {
			const next = at + (codePoint > 0xffff ? 2 : 1);
			start.fill(this.start[index] ?? 0, at, next);
			end.fill(this.end[index] ?? 0, at, next);
			at = next;
		}
		return { text, start, end };
	}
}

function clean(source: string, from: number, to: number, steps: BertNormalization): Characters {
	const { cleanText, handleChineseChars } = steps;
	const characters = new Characters();
	for (let at = from; at < to; ) {
		const read = source.codePointAt(at) ?? 0;
		const next = at + (read > 0xffff ? 2 : 1);
		let codePoint = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
		if (cleanText) {
			if (isRemoved(codePoint)) {
				at = next;
				continue;
			}
			if (isWhiteSpace(codePoint)) codePoint = space;
		}
		const isRoomy = handleChineseChars && isChinese(codePoint);
		if (isRoomy) characters.push(space, at, next);
		characters.push(codePoint, at, next);
		if (isRoomy) characters.push(space, at, next);
		at = next;
	}
	return characters;
}

function isRemoved(codePoint: number): boolean {
	if (codePoint >= space && codePoint < 0x7f) return false;
	return removed.has(codePoint);
}

/** Decomposed, in canonical order, without the marks that are accents. */
function stripAccents({ codePoint, start, end }: Characters): Characters {
	const stripped = new Characters();
	for (let at = 0; at < codePoint.length; ) {
		const first = codePoint[at] ?? 0;
		let next = at + 1;
		if (first < firstComposite) stripped.push(first, start[at], end[at]);
		else {
			while (next < codePoint.length && isMark(codePoint[next] ?? 0)) next++;
			// What is put in, the rest of a composite, shares the range of what was consumed last.
			let consumed = at - 1;
			for (const { part, isAdded } of decomposeRun(codePoint.slice(at, next))) {
				if (!isAdded) consumed++;
				if (!accentSet.has(part)) stripped.push(part, start[consumed], end[consumed]);
			}
		}
		at = next;
	}
	return stripped;
}

function isMark(codePoint: number): boolean {
	return codePoint >= 0x300 && mark.test(String.fromCodePoint(codePoint));
}

interface Part {
	readonly part: number;
	/** Whether it stands for no character of its own. */
	readonly isAdded: boolean;
}

/** A character with the marks after it. Put in order, each part takes along whether it was added. */
function decomposeRun(run: readonly number[]): readonly Part[] {
	const parts = run.flatMap((codePoint) =>
		decompose(codePoint).map((part, at) => ({ part, isAdded: at > 0 })),
	);
	if (run.length === 1) return parts;
	const waiting = new Map<number, Part[]>();
	for (const part of parts) {
		const alike = waiting.get(part.part);
		if (alike) alike.push(part);
		else waiting.set(part.part, [part]);
	}
	for (const alike of waiting.values()) alike.reverse();
	const text = parts.map(({ part }) => String.fromCodePoint(part)).join("");
	return codePointsOf(text.normalize("NFD")).map(
		(part) => waiting.get(part)?.pop() ?? { part, isAdded: true },
	);
}

function decompose(codePoint: number): readonly number[] {
	return newComposites.has(codePoint)
		? [codePoint]
		: codePointsOf(String.fromCodePoint(codePoint).normalize("NFD"));
}

function lowerCase({ codePoint, start, end }: Characters): Characters {
	const lowered = new Characters();
	for (const [at, upper] of codePoint.entries()) {
		if (upper < 0x80) {
			const isCapital = upper >= 0x41 && upper <= 0x5a;
			lowered.push(isCapital ? upper + 0x20 : upper, start[at], end[at]);
			continue;
		}
		// One by one, as the reference does: no rule for a sigma at a word's end.
		for (const lower of codePointsOf(String.fromCodePoint(upper).toLowerCase())) {
			lowered.push(lower, start[at], end[at]);
		}
	}
	return lowered;
}

function codePointsOf(text: string): number[] {
	return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
