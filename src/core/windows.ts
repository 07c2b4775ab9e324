// Tokens -> windows that the classifier sees at once. Comes after the tokenizer, before the model.

/** Tokens as the tokenizer gives them: ids, and half-open ranges in UTF-16 code units of the source. */
export interface WindowTokens {
	readonly id: Uint32Array;
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/** Half-open range of token numbers. */
export interface Window {
	readonly start: number;
	readonly end: number;
}

/** How good a place is to end a window. */
const strength = { insideWord: 0, word: 1, sentence: 2, paragraph: 3 } as const;

/**
 * Cuts the tokens into windows of at most `limit`, which together hold every token once. A window but the
 * last has more than half of `limit`, and ends at a paragraph, else a sentence, else a word.
 *
 * Of the ends that are equally good, a hash of the tokens around decides, not the distance from the start
 * of the text (content-defined chunking, as in LBFS, Muthitacharoen et al. 2001). So after an edit the ends
 * further on are soon the same again, and the cache knows all but a few windows.
 *
 * @example
 * chunkWindows("One. Two.", { id, start, end }, 510); // [{ start: 0, end: 4 }]
 */
export function chunkWindows(text: string, tokens: WindowTokens, limit: number): Window[] {
	const windows: Window[] = [];
	const count = tokens.id.length;
	let start = 0;
	while (count - start > limit) {
		const end = bestEnd(text, tokens, start + Math.ceil(limit / 2), start + limit);
		windows.push({ start, end });
		start = end;
	}
	if (start < count) windows.push({ start, end: count });
	return windows;
}

/** The best place in `(from, to]` to end a window, as the number of the token after it. */
function bestEnd(text: string, tokens: WindowTokens, from: number, to: number): number {
	let best = to;
	let bestStrength = -1;
	let bestHash = -1;
	for (let at = from + 1; at <= to; at++) {
		const found = strengthBefore(text, tokens, at);
		if (found < bestStrength) continue;
		const hash = hashAround(tokens.id, at);
		if (found === bestStrength && hash <= bestHash) continue;
		best = at;
		bestStrength = found;
		bestHash = hash;
	}
	return best;
}

function strengthBefore(text: string, { start, end }: WindowTokens, at: number): number {
	const last = end[at - 1] ?? 0;
	const next = start[at] ?? 0;
	// Two tokens of one source character.
	if (next < last) return strength.insideWord;
	let after = last;
	let newlines = 0;
	while (isSpace(text.charCodeAt(after))) {
		if (text.charCodeAt(after) === newline) newlines++;
		after++;
	}
	if (newlines > 1) return strength.paragraph;
	if (newlines > 0 || endsSentence(text, last, after > last)) return strength.sentence;
	return after > last ? strength.word : strength.insideWord;
}

const newline = 0x0a;

function isSpace(unit: number): boolean {
	return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000;
}

/** Whether what ends at `end` ends a sentence; a full stop does so only before white space. */
function endsSentence(text: string, end: number, spaceFollows: boolean): boolean {
	let at = end - 1;
	while (end - at < 3 && `"'”’»)]」』`.includes(text.charAt(at))) at--;
	const mark = text.charAt(at);
	return mark !== "" && ("。！？｡।".includes(mark) || (spaceFollows && ".!?…؟۔".includes(mark)));
}

/** 32 bits of the two tokens before `at` and the two after it (the finalizer of MurmurHash3). */
function hashAround(id: Uint32Array, at: number): number {
	let hash = 0;
	for (let token = at - 2; token < at + 2; token++) {
		hash = Math.imul(hash ^ (id[token] ?? 0), 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
		hash ^= hash >>> 16;
	}
	return hash >>> 0;
}
