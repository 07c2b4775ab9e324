// Whether a text is in a script or language that the model has never seen: a result then carries a warning.
import type { Warning } from "../result.ts";
import { unsupportedLanguage } from "../words/unsupported-languages.ts";

/** Scripts of the supported languages, and what is common to all. */
const known =
	/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u;
const letterPattern = /\p{L}/gu;
/** Share of letters in unknown scripts from which on the text counts as unsupported. */
const share = 0.3;
/** Letters looked at, spread over the text in stretches. */
const sampled = 20_000;
const stretch = 2_000;

/**
 * A warning where more than 30 % of a text's letters are in scripts of no supported language (Bengali,
 * Georgian, Tamil, …) or its frequent words are those of an unsupported language in Latin letters; null otherwise. A long text is judged by stretches of it.
 */
export function languageWarning(text: string): Warning | null {
	let letters = 0;
	let unknown = 0;
	const stretches = Math.max(1, Math.ceil(Math.min(text.length, sampled) / stretch));
	for (let index = 0; index < stretches; index++) {
		const start = Math.floor((text.length / stretches) * index);
		for (const [letter] of text.slice(start, start + stretch).matchAll(letterPattern)) {
			letters++;
			if (!known.test(letter)) unknown++;
		}
	}
	if (unknown > letters * share) return warningOf("in a script of languages");
	const language = unsupportedLanguage(text);
	if (language === null) return null;
	return warningOf(
		`by its frequent words ${language.charAt(0).toUpperCase()}${language.slice(1)}, a language`,
	);
}

function warningOf(what: string): Warning {
	const message = `The text is ${what} that the model was not trained on; check what is dropped.`;
	return { code: "unsupported-language", message, spans: [] };
}
