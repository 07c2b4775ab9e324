// Compat: a chunk's tokens -> words with their probabilities, forced ones and digits at 1.
import type { Chunk } from "./chunks.ts";
import { type ForceTokens, takeStandIns } from "./force-tokens.ts";
import type { CompatOptions } from "./options.ts";
import { type Measure, mean } from "./percentile.ts";
import type { FamilyRules } from "./vocabulary-family.ts";

export interface TokenWord {
	/** As the reference spells it: with the "▁" of its first token, stand-ins put back. */
	readonly spelling: string;
	/** Half-open range of the chunk's tokens. */
	readonly start: number;
	readonly end: number;
	readonly probability: Measure;
	/** Without force tokens and digits: what contexts are ranked by. */
	readonly unforced: Measure;
}

interface OpenWord {
	spelling: string;
	readonly start: number;
	end: number;
	readonly probabilities: Measure[];
	readonly unforced: Measure[];
}

const one: Measure = { value: 1, isFloat32: false };
const digit = /\p{Nd}/u;

export function mergeTokens(
	{ tokens, probabilities }: Chunk,
	rules: FamilyRules,
	force: ForceTokens,
	{ keepDigits = false, tokenToWord = "mean" }: CompatOptions,
): TokenWord[] {
	const words: OpenWord[] = [];
	let word: OpenWord | undefined;
	for (const [at, token] of tokens.entries()) {
		if (rules.special.has(token)) continue;
		const said: Measure = { value: probabilities[at] ?? 0, isFloat32: true };
		const bare = rules.bare(token);
		// The reference fails where nothing but unknown characters came before; here the token begins a word.
		if (!word || rules.beginsWord(token, force.all)) {
			const spelling = takeStandIns(token, force);
			const isKept = force.all.has(bare) || (keepDigits && digit.test(spelling));
			word = { spelling, start: at, end: at + 1, probabilities: [isKept ? one : said], unforced: [said] };
			words.push(word);
		} else {
			word.spelling += bare;
			word.end = at + 1;
			word.probabilities.push(keepDigits && digit.test(token) ? one : said);
			// The reference repeats the first token's.
			word.unforced.push(...word.unforced.slice(0, 1));
		}
	}
	const asWord = (measures: readonly Measure[]) =>
		tokenToWord === "mean" ? mean(measures) : (measures[0] ?? one);
	return words.map(({ spelling, start, end, probabilities, unforced }) => ({
		spelling,
		start,
		end,
		probability: asWord(probabilities),
		unforced: asWord(unforced),
	}));
}
