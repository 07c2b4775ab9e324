// The second step of scoring: a text's words, the rows of the WordTable that selection works on.
import { charClass, charLength, classAt, classBefore, clusterEnd, isAlnum } from "../char-class.ts";
import type { Segment, SegmentRole } from "../segment/segment.ts";
import { rowsPerStep, runSteps, type Steps } from "../steps.ts";
import type { Block } from "../structure/block.ts";
import { blockTable } from "../structure/block-table.ts";
import { type Reason, reasons, type WordTable, wordKind } from "../word-table.ts";
import { numberClauses } from "./clauses.ts";
import { isQuote, markKind } from "./mark-kinds.ts";
import { flagNegations } from "./negations.ts";
import { QuoteState } from "./quote-state.ts";
import { eachScriptWord } from "./script-runs.ts";
import { WordBuilder } from "./word-builder.ts";
import { coreEnd, ownsStop, prefixLength } from "./word-core.ts";

/**
 * Splits `text` into words; `segments` and `blocks` are what `readStructure` found in it. Every character that is not
 * white space belongs to exactly one word. A word is what lies between white space, its leading and
 * trailing punctuation apart; one segment of `Intl.Segmenter` in scripts without spaces; a URL, path,
 * identifier, timestamp, version, tag, number with its unit is always one word. Keep probabilities are 0.
 *
 * @example
 * splitWords("Don't stop!", segment("Don't stop!")) // start 0, 6, 10; kind word, word, terminal
 */
export function splitWords(
	text: string,
	segments: readonly Segment[],
	blocks: readonly Block[] = [],
): WordTable {
	return runSteps(splitWordsInSteps(text, segments, blocks));
}

/** The same with pauses. */
export function* splitWordsInSteps(
	text: string,
	segments: readonly Segment[],
	blocks: readonly Block[],
): Steps<WordTable> {
	const words = new WordBuilder(Math.ceil(text.length / 5));
	const splitter = new Splitter(text, words);
	let at = 0;
	for (const found of segments) {
		yield* splitter.split(at, found.start, 0);
		const reason = reasonIndex(found.kind);
		if (found.role === "inside") yield* splitter.split(found.start, found.end, reason);
		else {
			// Marks of emphasis and links are a pair like any other: they go with what stands between them.
			const paired = found.kind === "markup" && (found.role === "open" || found.role === "close");
			words.push(found.start, found.end, paired ? 0 : reason, roleKind[found.role]);
		}
		at = found.end;
	}
	yield* splitter.split(at, text.length, 0);
	yield* flagNegations(text, words);
	yield* numberClauses(text, words);
	yield;
	return words.finish(
		blockTable(blocks, {
			start: words.start.subarray(0, words.length),
			end: words.end.subarray(0, words.length),
		}),
	);
}

const roleKind: Record<Exclude<SegmentRole, "inside">, number> = {
	whole: wordKind.word,
	marker: wordKind.marker,
	open: wordKind.open,
	close: wordKind.close,
};

function reasonIndex(reason: Reason | null): number {
	return reasons.indexOf(reason);
}

const numberReason = reasonIndex("number");

class Splitter {
	readonly #text: string;
	readonly #words: WordBuilder;
	readonly #quotes = new QuoteState();
	#nextStep = rowsPerStep;

	constructor(text: string, words: WordBuilder) {
		this.#text = text;
		this.#words = words;
	}

	/** Splits `[from, to)`, in which no other segment lies; every word gets `reason`. */
	*split(from: number, to: number, reason: number): Steps<void> {
		const text = this.#text;
		const words = this.#words;
		let newlines = 0;
		for (let at = this.#afterMarks(from, to); at < to; ) {
			if (words.length >= this.#nextStep) {
				yield;
				this.#nextStep = words.length + rowsPerStep;
			}
			const start = at;
			const found = classAt(text, at);
			if (found === charClass.space) {
				if (text.charCodeAt(at) === 0x0a && ++newlines === 2) this.#quotes.reset();
				at++;
				continue;
			}
			newlines = 0;
			if (found === charClass.script) {
				at = scriptEnd(text, at, to);
				eachScriptWord(text, start, at, (wordStart, wordEnd) => words.push(wordStart, wordEnd, reason));
			} else if (found === charClass.emoji) {
				at = emojiEnd(text, at, to);
				words.push(start, at, reason);
			} else if (found === charClass.mark || found === charClass.symbol) {
				const prefix = prefixLength(text, at, to);
				at = prefix > 0 ? coreEnd(text, at + prefix, to) : markEnd(text, at, to);
				if (prefix > 0) words.push(start, at, reason);
				else this.#mark(start, at, reason);
			} else {
				at = coreEnd(text, at, to);
				words.push(start, at, reason === 0 && found === charClass.digit ? numberReason : reason);
			}
		}
	}

	/** Combining marks at `from` belong to the word that ends there, whatever segment it comes from. */
	#afterMarks(from: number, to: number): number {
		const last = this.#words.length - 1;
		if (last < 0 || this.#words.end[last] !== from) return from;
		const end = clusterEnd(this.#text, from, to);
		this.#words.end[last] = end;
		return end;
	}

	/** A mark is a row of its own, unless it is the apostrophe or full stop of the word before it. */
	#mark(start: number, end: number, reason: number): void {
		const text = this.#text;
		const words = this.#words;
		const char = text.charAt(start);
		const quote = isQuote(char) ? this.#quotes.next(text, start) : undefined;
		const last = words.length - 1;
		if (last >= 0 && words.end[last] === start && words.kind[last] === wordKind.word) {
			const stop = char === "." && end === start + 1 && ownsStop(text, words.start[last] ?? 0, start);
			if (stop || (quote === null && isAlnum(classBefore(text, start)))) {
				words.end[last] = end;
				return;
			}
		}
		words.push(start, end, reason, quote ?? markKind(text, start, end));
	}
}

function scriptEnd(text: string, start: number, to: number): number {
	let end = start;
	while (end < to) {
		const found = classAt(text, end);
		if (found !== charClass.script && found !== charClass.extend) break;
		end += charLength(text, end);
	}
	return end;
}

function emojiEnd(text: string, start: number, to: number): number {
	let end = start;
	while (end < to && classAt(text, end) === charClass.emoji)
		end = clusterEnd(text, end + charLength(text, end), to);
	return end;
}

/** Operators of program code and their like. */
const operator =
	/<!--|-->|[!=]==?|[-=]>|<[-=]>?|>=|[-+*/%&|^]=|&&|\|\||\?\.(?=\p{L})|:=|\/\/+|\/\*+|\*+\/|<\/|\/>|<<|>>/uy;

/** An operator, or a run of the same terminal, separator or symbol (`...`, `?!`, `--`), is one mark; brackets stand alone. */
function markEnd(text: string, start: number, to: number): number {
	operator.lastIndex = start;
	if (operator.test(text) && operator.lastIndex <= to) return clusterEnd(text, operator.lastIndex, to);
	let end = start + charLength(text, start);
	const char = text.slice(start, end);
	end = clusterEnd(text, end, to);
	if (/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']/u.test(char)) return end;
	while (end < to) {
		const both = "!?！？".includes(char) && "!?！？".includes(text.charAt(end));
		if (!both && !(text.startsWith(char, end) && charLength(text, end) === char.length)) break;
		end = clusterEnd(text, end + char.length, to);
	}
	return end;
}
