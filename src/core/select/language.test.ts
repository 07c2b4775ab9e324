import { describe, expect, test } from "vitest";
import { languageWarning } from "./language.ts";

describe("languageWarning", () => {
	test.each([
		["Bengali", "এটি একটি বাংলা বাক্য যা মডেল কখনও দেখেনি।"],
		["Georgian", "ეს არის ქართული წინადადება."],
		[
			"Danish",
			"Det er ikke muligt at åbne døren, før den røde lampe er slukket, og du må aldrig slette filerne.",
		],
		[
			"Norwegian",
			"Du må aldri slette filene uten tillatelse fra kunden, og bare administratorer kan endre dem.",
		],
		[
			"Finnish",
			"Älä koskaan poista tiedostoja ilman lupaa, ja vain ylläpitäjät voivat muuttaa niitä, koska se on tärkeää.",
		],
		[
			"Slovene",
			"Nikoli ne brišite datotek brez dovoljenja stranke, samo skrbniki jih lahko spremenijo, ker so pomembne.",
		],
		[
			"Croatian",
			"Nikada ne brišite datoteke bez dozvole korisnika, samo administratori ih mogu mijenjati jer su važne.",
		],
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
		[
			"Swedish",
			"Det är inte tillåtet att radera filer utan lov, och endast de som är med i laget får ändra dem.",
		],
		[
			"Dutch",
			"Verwijder nooit de bestanden zonder toestemming van de klant, want alleen beheerders mogen dat doen.",
		],
		[
			"Czech",
			"Nikdy nemažte soubory bez souhlasu zákazníka, protože je mohou měnit jen správci a jsou důležité.",
		],
		[
			"Spanish",
			"No borre nunca los archivos sin permiso del cliente, porque solo los administradores pueden cambiarlos.",
		],
		[
			"Portuguese",
			"Nunca apague os ficheiros sem autorização do cliente, porque só os administradores os podem alterar.",
		],
		["Polish", "Nigdy nie usuwaj plików bez zgody klienta, ponieważ tylko administratorzy mogą je zmieniać."],
		["code", "for (let i = 0; i < n; i++) { if (a[i] > b) { x += i; og = 1; det = 2; } }"],
		["an English text that quotes Bengali", "The word বাংলা is the name of the language in Bengali itself."],
		["no letters", "123 — 456 👍"],
		["nothing", ""],
	])("accepts %s", (_, text) => {
		expect(languageWarning(text)).toBeNull();
	});
});
