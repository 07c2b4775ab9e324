// Flags the negations and restrictions of a text, so that selection keeps them with their clause.
// Negation inside a word (Turkish -me-, Czech ne-) goes with its word and needs no flag.

import { rowsPerStep, type Steps } from "../steps.ts";
import { reasons, wordKind } from "../word-table.ts";
import {
	addEvidence,
	type Evidence,
	evidenceOf,
	languageBit,
	likeliestLanguages,
	newEvidence,
	plausibleLanguages,
	sharedEvidenceOf,
} from "./language-guess.ts";
import {
	anyLanguage,
	fold,
	longestNegation,
	negatingLanguages,
	negationLanguages,
} from "./negation-lookup.ts";
import { pairedWith, recentWords } from "./negation-pairs.ts";
import type { WordBuilder } from "./word-builder.ts";

const negation = reasons.indexOf("negation");

/** Negative endings of Japanese, which the segmenter cuts off their verb or cuts in two. */
const japanese =
	/(?<!すみ)ません(?:でした)?|(?<!少)ない|なかった|(?<!まも)なく(?!なる|なっ|とも)て?|なければ|なけれ|(?<!は)なし(?=[でに、。のだ])|せずに?|ずに|(?<![まはい必])ず(?=[、。])|ざる|(?:ては|では)(?:いけ|なら)|(?<=を)(?:避け|除[いきく]|控え)|ご遠慮|しか(?![しもる])|だけ|のみ|(?<=[うくぐすつぬぶむる])な(?=[。！!」\n]|$)/g;
/** Words that are a negation only beside, or except beside, certain others: tested on the text around. */
const compounds: ReadonlyMap<string, { readonly before?: RegExp; readonly after: RegExp }> = new Map([
	["chỉ", { before: /địa\s$/i, after: /^\s(?:số|định|thị|dẫn|tiêu|mục|huy|trích|ra|đạo)(?!\p{L})/iu }],
	["không", { before: /(?<!khách\s)hàng\s$/i, after: /^\s(?:gian|khí|quân)(?!\p{L})/iu }],
	["no", { after: /^\.\s?\d|^\sobstante/i }],
	["sin", { after: /^\sembargo/i }],
	// "Es findet morgen statt."
	["statt", { after: /^\s*(?:[.,;:!?)]|$)/ }],
]);
/** Hebrew "al" negates in front of a future form of the second person; elsewhere it means "to". */
const hebrewDont = /^ו?אל$/;

interface Block {
	readonly evidence: Evidence;
	/** Rows that may be negations, and the languages in which they are. */
	readonly rows: number[];
	readonly languages: number[];
}

const mostFacts = 50_000;

/** A block ends with its paragraph, or with this many words. */
const longestBlock = 300;

/** Gives every negation that has no other reason the reason `negation`. */
export function* flagNegations(text: string, words: WordBuilder): Steps<void> {
	const shared = newEvidence();
	const blocks = yield* collect(text, words, shared);
	const whole = newEvidence();
	for (const { evidence } of blocks) {
		for (let at = 0; at < whole.length; at++) whole[at] = (whole[at] ?? 0) + (evidence[at] ?? 0);
	}
	const fallback = plausibleLanguages(whole) || likeliestLanguages(shared) || languageBit("en");
	for (const { evidence, rows, languages } of blocks) {
		const plausible = plausibleLanguages(evidence) || fallback;
		rows.forEach((row, at) => {
			const found = languages[at] ?? 0;
			if (found === anyLanguage || found & plausible) words.reason[row] = negation;
		});
	}
	flagJapanese(text, words);
}

interface Facts {
	readonly word: string;
	/** The languages in which it is a negation, see {@link negationLanguages}. */
	readonly languages: number;
	/** The languages that it speaks for, see {@link evidenceOf}. */
	readonly evidence: number;
	/** The languages that share it or negate with it. */
	readonly shared: number;
}

/** Texts repeat their words: each spelling is looked up once. */
class FactCache {
	readonly #known = new Map<string, Facts>();

	of(spelling: string): Facts {
		let facts = this.#known.get(spelling);
		if (!facts) {
			const word = fold(spelling);
			facts = {
				word,
				languages: negationLanguages(spelling, word),
				evidence: evidenceOf(word),
				shared: sharedEvidenceOf(word) | negatingLanguages(word),
			};
			if (this.#known.size >= mostFacts) this.#known.clear();
			this.#known.set(spelling, facts);
		}
		return facts;
	}
}

function newBlock(): Block {
	return { evidence: newEvidence(), rows: [], languages: [] };
}

function* collect(text: string, words: WordBuilder, shared: Evidence): Steps<Block[]> {
	const blocks: Block[] = [];
	let block = newBlock();
	let blockStart = 0;
	let previousEnd = 0;
	let previous = -1;
	const recent: string[] = [];
	const recentRows: number[] = [];
	const facts = new FactCache();
	for (let row = 0; row < words.length; row++) {
		if (row % rowsPerStep === 0) yield;
		const start = words.start[row] ?? 0;
		const end = words.end[row] ?? 0;
		if (row - blockStart >= longestBlock || endsParagraph(text, previousEnd, start)) {
			blocks.push(block);
			block = newBlock();
			blockStart = row;
		}
		previousEnd = end;
		if (words.kind[row] === wordKind.terminal) recent.length = recentRows.length = 0;
		if (words.kind[row] !== wordKind.word || words.reason[row] !== 0) continue;
		if (end - start > longestNegation) continue;
		const fact = facts.of(text.slice(start, end));
		const word = fact.word;
		addEvidence(block.evidence, fact.evidence);
		addEvidence(shared, fact.shared);
		const pair = pairedWith(word, recent, previous === row - 1);
		const first = pair?.first ? (recentRows.at(-pair.back) ?? -1) : -1;
		if (first >= 0) {
			block.rows.push(first);
			block.languages.push(anyLanguage);
		}
		const found = pair?.second ? anyLanguage : fact.languages;
		if (
			(found !== 0 && !isCompound(text, start, end, word)) ||
			(hebrewDont.test(word) && /^\s+ת/.test(text.slice(end, end + 4)))
		) {
			block.rows.push(row);
			block.languages.push(found || anyLanguage);
		}
		previous = row;
		recentRows.push(row);
		if (recent.push(word) > recentWords) {
			recent.shift();
			recentRows.shift();
		}
	}
	blocks.push(block);
	return blocks;
}

function endsParagraph(text: string, from: number, to: number): boolean {
	const newline = to - from > 1 ? text.indexOf("\n", from) : -1;
	return newline >= 0 && newline < to && text.slice(newline + 1, to).includes("\n");
}

/** "địa chỉ" is an address, "không gian" is space, "No. 5" is a number. */
function isCompound(text: string, start: number, end: number, word: string): boolean {
	const around = compounds.get(word);
	if (!around) return false;
	return (
		around.after.test(text.slice(end, end + 10)) ||
		(around.before?.test(text.slice(Math.max(0, start - 12), start)) ?? false)
	);
}

function flagJapanese(text: string, words: WordBuilder): void {
	let row = 0;
	for (const match of text.matchAll(japanese)) {
		const end = match.index + match[0].length;
		while (row < words.length && (words.end[row] ?? 0) <= match.index) row++;
		for (let at = row; at < words.length && (words.start[at] ?? 0) < end; at++)
			if (words.kind[at] === wordKind.word && words.reason[at] === 0) words.reason[at] = negation;
	}
}
