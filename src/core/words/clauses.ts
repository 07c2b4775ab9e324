// Numbers the clauses of a text: what a negation belongs to. A clause ends
//  - with its sentence (`.` `!` `?`) and with a line break that does not merely wrap prose; but a list
//    under a negated introduction ("You must never:") is one clause with it, whatever ends inside;
//  - with a semicolon, unless "or" or "and" goes on behind it;
//  - with a marker inside a line: a table's bar, the quotes around a value of JSON;
//  - with the label that opens a line ("Alice:", "Note:");
//  - at a comma, colon or dash, if what follows begins a clause ("because", "but", "we") or is itself a
//    negation ("the tool, not the library"), but no exception ("all files, except the keys"); a plain comma may separate the items that one "not" denies;
//  - at a dash behind at least three words;
//  - before "but", "because" and their like even without a comma.
// Right behind a negation no clause begins ("only if", "nothing but"). In doubt the clause is longer.

import { rowsPerStep, type Steps } from "../steps.ts";
import { reasons, wordKind } from "../word-table.ts";
import {
	clauseEndings,
	clauseOpeners,
	clauseOpenersAfterMark,
	exceptions,
	longestOpener,
} from "./clause-words.ts";
import type { WordBuilder } from "./word-builder.ts";
import { WrappedLines } from "./wrapped-lines.ts";

const negation = reasons.indexOf("negation");
const commas = /^[,،，、:：–—-]+$/;
const dashes = /^[–—]$|^--$/;
/** A dash ends a clause of at least this many words; a shorter one is interrupted, "never – I mean it – reveal". */
const fewestBeforeDash = 3;
const semicolons = /^[;；؛]+$/;
const colons = /^[:：]$/;
const connectives =
	/^(?:or|and|nor|oder|und|noch|ou|et|o|y|e|ed|of|en|i|lub|sau|și|nebo|a|eller|och|veya|ve|hoặc|và|atau|dan|или|и|або|та|ή|και|أو|و|או|یا|या|और|或|和|または|또는)$/iu;
/** A label at the start of a line has at most this many words. */
const longestLabel = 4;

/** Fills `words.clause`; the reasons must be there already. */
export function* numberClauses(text: string, words: WordBuilder): Steps<void> {
	words.clause = new Uint32Array(words.length);
	const state: State = {
		clause: 0,
		words: 0,
		line: 0,
		lineWords: 0,
		negated: false,
		dashed: false,
		list: false,
	};
	const wrapped = new WrappedLines(text, words);
	for (let row = 0; row < words.length; row++) {
		if (row % rowsPerStep === 0) yield;
		if (row > 0 && begins(text, words, row, state, wrapped)) {
			state.clause++;
			state.words = 0;
			state.negated = false;
			state.dashed = false;
		}
		if (words.kind[row] === wordKind.word) {
			state.words++;
			state.lineWords++;
			if (words.reason[row] === negation) state.negated = true;
		}
		words.clause[row] = state.clause;
	}
}

interface State {
	/** Number of the clause, how many words of it are behind, and whether a negation is among them. */
	clause: number;
	words: number;
	negated: boolean;
	/** Whether a dash interrupts the clause. */
	dashed: boolean;
	/** Of the present line: its first row and its words so far. */
	line: number;
	lineWords: number;
	/** In a list whose introduction is negated ("You must never:"): all of it is the negation's clause. */
	list: boolean;
}

function begins(text: string, words: WordBuilder, row: number, state: State, wrapped: WrappedLines): boolean {
	const from = words.end[row - 1] ?? 0;
	const to = words.start[row] ?? 0;
	// The first word of a line of code or data begins with the line break.
	if (text.charCodeAt(to) === 0x0a) return beginsLine(text, words, row, state);
	const newline = to > from ? text.slice(from, to).includes("\n") : false;
	if (newline && !wrapped.isWrap(row)) return beginsLine(text, words, row, state);
	const kind = words.kind[row];
	const previous = words.kind[row - 1];
	if (state.list) return false;
	// What opens or closes a cell, a value, a line inside a line.
	if ((kind === wordKind.marker || previous === wordKind.marker) && state.words > 0) return true;
	// First, so that a run of closing marks is walked once, by what stands behind it.
	if (kind !== wordKind.word && kind !== wordKind.open) return false;
	if (previous === wordKind.terminal) return true;
	if (previous === wordKind.close && words.kind[beforeClosers(words, row)] === wordKind.terminal)
		return !isLowerCase(text, words, row);
	if (kind !== wordKind.word || state.words === 0) return false;
	if (previous === wordKind.separator) return beginsBehindMark(text, words, row, state);
	if (words.reason[row - 1] === negation || words.reason[row] === negation || state.words < 2) return false;
	return clauseOpeners.has(folded(text, words, row));
}

function beginsLine(text: string, words: WordBuilder, row: number, state: State): boolean {
	const marker = words.kind[row] === wordKind.marker;
	const heading = textOf(text, words, row).startsWith("#");
	const colon = colons.test(textOf(text, words, beforeClosers(words, row)));
	const title = textOf(text, words, state.line).startsWith("#") && state.lineWords <= longestLabel;
	const introduces = state.negated && (colon || title);
	state.list = marker && !heading && (state.list || introduces);
	state.line = row;
	state.lineWords = 0;
	return !state.list;
}

function beginsBehindMark(text: string, words: WordBuilder, row: number, state: State): boolean {
	const mark = textOf(text, words, row - 1);
	if (semicolons.test(mark)) return !connectives.test(folded(text, words, row));
	if (!commas.test(mark)) return false;
	if (colons.test(mark) && state.lineWords <= longestLabel && !state.negated) return true;
	if (words.reason[row] === negation) return !exceptions.has(folded(text, words, row));
	if (words.reason[row - 2] === negation) {
		state.dashed ||= dashes.test(mark);
		return false;
	}
	if (dashes.test(mark) && words.reason[row - 3] !== negation) {
		// The second dash of an interruption goes back to the clause before the first.
		if (state.words >= fewestBeforeDash && !state.dashed) return true;
		state.dashed = true;
	}
	if (mark === "、") {
		const before = words.start[row - 1] ?? 0;
		return clauseEndings.test(text.slice(Math.max(0, before - 4), before));
	}
	const word = folded(text, words, row);
	if (textOf(text, words, row) === "I") return true;
	return clauseOpenersAfterMark.has(word) || clauseOpeners.has(word);
}

/** The row before `row` and the closing marks that stand there without space. */
function beforeClosers(words: WordBuilder, row: number): number {
	let at = row - 1;
	while (at > 0 && words.kind[at] === wordKind.close && words.end[at - 1] === words.start[at]) at--;
	return at;
}

/** `"Stop!" he said`: the sentence goes on behind the quotation. */
function isLowerCase(text: string, words: WordBuilder, row: number): boolean {
	return /^\p{Ll}/u.test(text.slice(words.start[row], words.end[row]));
}

function folded(text: string, words: WordBuilder, row: number): string {
	const word = textOf(text, words, row);
	return word.length > longestOpener ? "" : word.toLowerCase();
}

function textOf(text: string, words: WordBuilder, row: number): string {
	return text.slice(words.start[row], words.end[row]);
}
