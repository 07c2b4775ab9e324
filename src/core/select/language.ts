// Whether a text is in a script or language that the model does not read: a result then carries a warning.
import type { Warning } from "../result.ts";
import { unsupportedLanguage } from "../words/unsupported-languages.ts";

const letterPattern = /\p{L}/gu;
/** Share of letters in unknown scripts from which on the text counts as unsupported. */
const share = 0.3;
/** Letters looked at, spread over the text in stretches. */
const sampled = 20_000;
const stretch = 2_000;

/** Scripts of several alphabets, as ISO 15924 names them, and the alphabets. */
const alphabets: Readonly<Record<string, readonly string[]>> = {
	Hans: ["Hani", "Bopo"],
	Hant: ["Hani", "Bopo"],
	Jpan: ["Hani", "Hira", "Kana"],
	Kore: ["Hang", "Hani"],
};

/** Of the last models asked about, by their languages. */
const known = new Map<string, RegExp | null>();

/**
 * A warning where more than 30 % of a text's letters are in scripts of no language that the model reads (Bengali,
 * Georgian, Tamil, …) or its frequent words are those of another language in Latin letters; null otherwise, and where
 * nobody knows what the model reads. A long text is judged by stretches of it.
 *
 * @param languages ISO 639-1 codes of the languages that the model reads; undefined: not known
 */
export function languageWarning(text: string, languages: readonly string[] | undefined): Warning | null {
	const readable = languages && lettersOf(languages);
	if (!languages || !readable) return null;
	let letters = 0;
	let unknown = 0;
	const stretches = Math.max(1, Math.ceil(Math.min(text.length, sampled) / stretch));
	for (let index = 0; index < stretches; index++) {
		const start = Math.floor((text.length / stretches) * index);
		for (const [letter] of text.slice(start, start + stretch).matchAll(letterPattern)) {
			letters++;
			if (!readable.test(letter)) unknown++;
		}
	}
	if (unknown > letters * share) return warningOf("in a script of languages");
	const code = unsupportedLanguage(text, languages);
	if (code === null) return null;
	return warningOf(`by its frequent words ${nameOf(code)}, a language`);
}

/** What matches a letter of the scripts in which the languages are written; null where one of them is no known language. */
function lettersOf(languages: readonly string[]): RegExp | null {
	const key = languages.join(" ");
	let letters = known.get(key);
	if (letters === undefined) {
		const scripts = languages.map(scriptOf);
		const isKnown = scripts.length > 0 && scripts.every((script) => script !== undefined);
		letters = isKnown ? patternOf(scripts) : null;
		known.set(key, letters);
	}
	return letters;
}

function scriptOf(language: string): string | undefined {
	try {
		return new Intl.Locale(language).maximize().script;
	} catch {
		return undefined;
	}
}

/** Of the scripts, and of what is common to all. */
function patternOf(scripts: readonly (string | undefined)[]): RegExp | null {
	const names = new Set(["Zyyy", "Zinh", ...scripts.flatMap((script = "") => alphabets[script] ?? script)]);
	try {
		return new RegExp(`[${[...names].map((name) => `\\p{Script=${name}}`).join("")}]`, "u");
	} catch {
		// A script that this browser's regular expressions do not know.
		return null;
	}
}

function nameOf(code: string): string {
	return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}

function warningOf(what: string): Warning {
	const message = `The text is ${what} that the model was not trained on; check what is dropped.`;
	return { code: "unsupported-language", message, spans: [] };
}
