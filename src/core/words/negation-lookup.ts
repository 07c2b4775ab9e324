// Whether a word is a negation or restriction in one of the supported languages.
import { languageBit, latinLanguages } from "./language-guess.ts";
import { latinNegations, otherNegations } from "./negation-words.ts";

/** Every language: the word is a negation whatever the text around is. */
export const anyLanguage = -1;

/** Longer words are no negations. */
export const longestNegation = 24;

/**
 * Words that are frequent in another language of the same script and mean something else there (Spanish
 * "sin", Swedish "nu", Polish "tak"): they count only where their language is plausible.
 */
const falseFriends = new Set(
	"ani bara cuma dont ej enkel evita mai nada ne nee nem ni no noch non nu nul nur né pas sem sin solo tak varken only".split(
		" ",
	),
);

const exact = new Map<string, number>();
const latinPatterns: { readonly pattern: RegExp; readonly mask: number }[] = [];
const otherParts: string[] = [];

for (const language of latinLanguages) {
	const mask = languageBit(language);
	const parts: string[] = [];
	for (const entry of latinNegations[language].split(" ")) {
		if (entry.includes("*")) parts.push(asPattern(entry));
		else addExact(entry, mask);
		// What lower-casing makes of Turkish capitals, but "sakin" is calm, not "sakın", beware.
		if (entry.includes("ı") && entry !== "sakın") addExact(entry.replaceAll("ı", "i"), mask);
	}
	if (parts.length > 0) latinPatterns.push({ pattern: new RegExp(`^(?:${parts.join("|")})$`, "u"), mask });
}
for (const words of Object.values(otherNegations)) {
	for (const entry of words.split(" ")) {
		if (entry.includes("*")) otherParts.push(asPattern(fold(entry)));
		else exact.set(fold(entry), anyLanguage);
	}
}
const otherPattern = new RegExp(`^(?:${otherParts.join("|")})$`, "u");

/** "x*": x and whatever follows; "*x": something before x. */
function asPattern(entry: string): string {
	return entry.replace(/^\*/, ".+").replace(/\*$/, ".*");
}

function addExact(word: string, mask: number): void {
	const known = exact.get(word) ?? 0;
	exact.set(word, known | mask);
}

/** French and Italian elision in front of a word: "d'aucun", "qu'aucune". */
const elision = /^(?:[cdjlmst]|qu|jusqu|lorsqu|puisqu|dell|nell|all)'(?=\p{L})/u;
/** Proclitics written together with the next word: Arabic wa-, fa-; Hebrew ve-, she-, kshe-. */
const proclitic = /^(?:[وف]|ו?כ?ש|ו)(?=\p{L}{2})/u;
/** Korean words that only look as if they ended in the restriction 만. */
const koreanLookalikes =
	/(?:지만|다만|불만|대만|비만|오만|낭만|거만|태만|자만|미만|충만|원만|그만|얼마만|잠시만|잠깐만)$/;

/** Lower case, one spelling of apostrophes and of letters that are written with or without marks. */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	if (/^[a-z']*$/.test(lower)) return lower;
	const folded = lower
		.normalize("NFC")
		.replace(/[’ʼ]/g, "'")
		.replace(/i\u0307/g, "i");
	if (/[\u0370-\u03ff\u1f00-\u1fff]/.test(folded)) return folded.normalize("NFD").replace(/\p{M}/gu, "");
	if (/[\u0590-\u06ff]/.test(folded))
		return folded.replace(/[\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g, "").replace(/[أإآٱ]/g, "ا");
	return folded;
}

/** Greek "you do", which only its accent tells from "nobody". */
const accented = /^κάνεις$/iu;

/** The Latin-script languages whose lists hold the folded word, as bits of {@link languageBit}. */
export function negatingLanguages(word: string): number {
	return Math.max(0, exact.get(word) ?? 0);
}

/**
 * The languages in which a word, as spelled and as {@link fold} gives it, is a negation, as bits of
 * {@link languageBit}; {@link anyLanguage} if it is one whatever the language; 0 if it is none.
 */
export function negationLanguages(spelling: string, word: string): number {
	if (accented.test(spelling)) return 0;
	const found = exact.get(word) ?? 0;
	if (found !== 0) return falseFriends.has(word) ? found : anyLanguage;
	const first = word.charCodeAt(0);
	if (first < 0x250) return /['-]/.test(word) ? latinLanguagesOf(word) : 0;
	if (first >= 0x590 && first < 0x700) {
		const rest = word.replace(proclitic, "");
		if (rest !== word && exact.has(rest)) return anyLanguage;
	}
	return otherPattern.test(word) && !koreanLookalikes.test(word) ? anyLanguage : 0;
}

function latinLanguagesOf(word: string): number {
	let found = 0;
	for (const { pattern, mask } of latinPatterns) if (pattern.test(word)) found |= mask;
	if (found !== 0) return found;
	const rest = word.replace(elision, "");
	return rest === word ? 0 : (exact.get(rest) ?? 0) & (languageBit("fr") | languageBit("it"));
}
