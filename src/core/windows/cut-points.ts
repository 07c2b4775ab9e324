// How good every token boundary is as the end of a window: read from the text around it alone, so that an edit
// changes the boundaries beside it and no others. `windows` chooses among them.

import { rowsPerStep, type Steps } from "../steps.ts";

/** Tokens as the tokenizer gives them: ids, and half-open ranges in UTF-16 code units of the source. */
export interface WindowTokens {
	readonly id: Uint32Array;
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/** Words in order, as half-open ranges in UTF-16 code units of the source. */
export interface WindowWords {
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/** Classes of boundaries; `joint` is one between two words without a space (Chinese, Japanese, Thai). */
export const cutClass = { insideWord: 0, joint: 1, word: 2, sentence: 3, line: 4, paragraph: 5 } as const;

/** Code units of the text on each side that the hash is made of, at most: the word before and the word after. */
const reach = 16;

const letter = /[\p{L}\p{N}]/u;

/** Code units before the boundary that tell equal places apart. */
const wideReach = 96;

/**
 * The priority of each boundary: entry k is that of the boundary before token k. Greater is better: the class
 * counts first, then a hash of the word before and the word after.
 *
 * @returns class * 2^32 + 32-bit hash, one a token; entry 0 is 0.
 */
export function* cutPriorities(text: string, tokens: WindowTokens, words: WindowWords): Steps<Float64Array> {
	const priorities = new Float64Array(tokens.id.length);
	let word = 0;
	for (let token = 1; token < priorities.length; token++) {
		if (token % rowsPerStep === 0) yield;
		const end = tokens.end[token - 1] ?? 0;
		// Two tokens that share a source character must stay together if any other place is there.
		if ((tokens.start[token] ?? 0) < end) continue;
		const gapEnd = skipSpace(text, end);
		while (word < words.end.length && (words.end[word] ?? 0) <= end) word++;
		const isInsideWord = word < words.start.length && (words.start[word] ?? 0) < end;
		const rank = isInsideWord ? cutClass.insideWord : classOf(text, end, gapEnd);
		priorities[token] = rank * 2 ** 32 + hashAround(text, end, gapEnd);
	}
	return priorities;
}

/** A hash of more of the text before a boundary, for where the priorities are equal (repeated lines). */
export function wideHash(text: string, tokens: WindowTokens, token: number): number {
	const end = tokens.end[token - 1] ?? 0;
	return hashOf(text, Math.max(0, end - wideReach), end, 0);
}

/** The class of a boundary that no word spans: the text between the words is `[end, gapEnd)`, white space. */
function classOf(text: string, end: number, gapEnd: number): number {
	let newlines = 0;
	for (let at = end; at < gapEnd; at++) if (text.charCodeAt(at) === 0x0a) newlines++;
	if (newlines > 1) return cutClass.paragraph;
	if (newlines > 0) return cutClass.line;
	const hasSpace = gapEnd > end;
	// A mark without a space before it belongs to what it follows.
	if (!hasSpace && !letter.test(text.charAt(gapEnd))) return cutClass.insideWord;
	if (endsSentence(text, end, hasSpace)) return cutClass.sentence;
	if (hasSpace || "、，；：".includes(text.charAt(end - 1))) return cutClass.word;
	return letter.test(text.charAt(end - 1)) ? cutClass.joint : cutClass.insideWord;
}

/** Whether what ends at `end` ends a sentence; a full stop does so only before white space. */
function endsSentence(text: string, end: number, spaceFollows: boolean): boolean {
	let at = end - 1;
	while (end - at < 3 && `"'”’»)]」』）`.includes(text.charAt(at))) at--;
	const mark = text.charAt(at);
	return mark !== "" && ("。！？｡।".includes(mark) || (spaceFollows && ".!?…؟۔".includes(mark)));
}

function hashAround(text: string, end: number, gapEnd: number): number {
	let from = end;
	while (from > 0 && end - from < reach && !isSpace(text.charCodeAt(from - 1))) from--;
	let to = gapEnd;
	while (to < text.length && to - gapEnd < reach && !isSpace(text.charCodeAt(to))) to++;
	return hashOf(text, gapEnd, to, hashOf(text, from, end, 0));
}

/** FNV-1a over code units, with the finalizer of MurmurHash3. */
function hashOf(text: string, from: number, to: number, seed: number): number {
	let hash = 0x811c9dc5 ^ seed;
	for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

function skipSpace(text: string, at: number): number {
	let after = at;
	while (isSpace(text.charCodeAt(after))) after++;
	return after;
}

function isSpace(unit: number): boolean {
	return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000;
}
