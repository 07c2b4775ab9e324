import { describe, expect, test } from "vitest";
import { languageWarning } from "./language.ts";

const languages = "en de es fr it pt nl pl ro cs sv tr vi id ru uk el ar he fa hi th zh ja ko".split(" ");

describe("languageWarning of the embedded model", () => {
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
		expect(languageWarning(text, languages)).toMatchObject({ code: "unsupported-language", spans: [] });
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
		expect(languageWarning(text, languages)).toBeNull();
	});
});

const multilingual = "en ar cs da de es fr ru zh".split(" ");

describe("languageWarning of a model that reads English", () => {
	test.each([
		["Russian", "Это русское предложение.", "in a script of languages"],
		["Chinese", "这是一个中文句子。", "in a script of languages"],
		[
			"German",
			"Die Dateien dürfen nicht ohne Erlaubnis der Kundin gelöscht werden, und nur Administratoren ändern sie.",
			"by its frequent words German",
		],
		[
			"French",
			"Il ne faut jamais supprimer les fichiers sans l'accord du client, et seuls les administrateurs le peuvent.",
			"by its frequent words French",
		],
		[
			"Spanish",
			"No borre nunca los archivos sin permiso del cliente, porque solo los administradores pueden cambiarlos.",
			"by its frequent words Spanish",
		],
		[
			"Czech",
			"Soubory nikdy nemažte bez souhlasu, protože je mohou měnit jen správci a podle pokynů jsou důležité. Server Apache Kafka replikuje partition leader broker a consumer group offset commit, ale když selže, nebo není dostupný, tak jsme bez dat.",
			"by its frequent words Czech",
		],
		[
			"Danish",
			"Det er ikke muligt at åbne døren, før den røde lampe er slukket, og du må aldrig slette filerne.",
			"by its frequent words Danish",
		],
	])("warns of %s", (_, text, what) => {
		const warning = languageWarning(text, ["en"]);
		expect(warning).toMatchObject({ code: "unsupported-language", spans: [] });
		expect(warning?.message).toContain(what);
		expect(languageWarning(text, multilingual)).toBeNull();
	});

	test.each([
		["English", "This is an English sentence, naïve façade and all, and it must not be deleted."],
		["code", "for (let i = 0; i < n; i++) { if (a[i] > b) { x += i; og = 1; det = 2; } }"],
		[
			"English with names",
			"Vincent van der Berg and Maria de la Cruz met in Den Haag to sign for El Nuevo Día.",
		],
		[
			"English that quotes German",
			'He said "Ich bin nicht von hier" and left the room, which is what they do when the meeting is over.',
		],
		["nothing", ""],
	])("accepts %s", (_, text) => {
		expect(languageWarning(text, ["en"])).toBeNull();
	});
});

describe("languageWarning of other models", () => {
	const german = "Die Dateien dürfen nicht ohne Erlaubnis der Kundin gelöscht werden, sagt sie.";

	test("asks the model's own languages", () => {
		expect(languageWarning(german, ["de"])).toBeNull();
		expect(
			languageWarning("This must not be done, and that is what they will have been told.", ["de"]),
		).toMatchObject({
			message: expect.stringContaining("English"),
		});
		expect(languageWarning("これは日本語です。", ["ja"])).toBeNull();
		expect(languageWarning("これはかなです。", ["zh"])).not.toBeNull();
		expect(languageWarning("한국어입니다.", ["ko"])).toBeNull();
		expect(
			languageWarning("Dette er ikke det som jeg har sett, og du må være her når de kommer.", ["nb"]),
		).toBeNull();
	});

	test.each([
		["are not known", undefined],
		["are none", []],
		["have a name that means nothing", ["en", "multilingual"]],
		["are of a code without a script", ["xx"]],
	])("says nothing where its languages %s", (_, languages) => {
		expect(languageWarning("ეს არის ქართული წინადადება.", languages)).toBeNull();
		expect(languageWarning(german, languages)).toBeNull();
	});
});
