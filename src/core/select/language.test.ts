import { describe, expect, test } from "vitest";
import { languageWarning } from "./language.ts";

describe("languageWarning", () => {
	test.each([
		["Bengali", "এটি একটি বাংলা বাক্য যা মডেল কখনও দেখেনি।"],
		["Georgian", "ეს არის ქართული წინადადება."],
		["Tamil with some English", "இது ஒரு தமிழ் வாக்கியம் with English"],
		["a long text", `${"short English start. ".repeat(100)}${"ქართული წინადადება. ".repeat(5000)}`],
	])("warns of %s", (_, text) => {
		expect(languageWarning(text)).toMatchObject({ code: "unsupported-language", spans: [] });
	});

	test.each([
		["English", "This is an English sentence, naïve façade and all."],
		["Russian", "Это русское предложение."],
		["Greek", "Αυτή είναι μια ελληνική πρόταση."],
		["Arabic", "هذه جملة عربية."],
		["Hebrew", "זה משפט בעברית."],
		["Hindi", "यह हिन्दी का वाक्य है।"],
		["Thai", "นี่คือประโยคภาษาไทย"],
		["Chinese and Japanese and Korean", "这是中文。これは日本語です。한국어입니다."],
		["an English text that quotes Bengali", "The word বাংলা is the name of the language in Bengali itself."],
		["no letters", "123 — 456 👍"],
		["nothing", ""],
	])("accepts %s", (_, text) => {
		expect(languageWarning(text)).toBeNull();
	});
});
