// Random texts for the property tests: many scripts, marks, lines, code, emoji.
import fc from "fast-check";

const pieces = [
	"the",
	"not",
	"never",
	"word",
	"Foo",
	"don't",
	"it's",
	"HELLO",
	"naïve",
	"3",
	"12,500",
	"-5%",
	"1.",
	"e.g.",
	"https://a.b/c?d=e",
	"src/core/x.ts",
	"`code`",
	"{name}",
	"<b>",
	"foo_bar",
	"x=1;",
	"/path",
	"@me",
	"#tag",
	"日本",
	"語",
	"です",
	"ない",
	"不要",
	"我们",
	"今天",
	"ไทย",
	"ภาษา",
	"नहीं",
	"हिन्दी",
	"한국어",
	"لا",
	"שלום",
	"не",
	"слово",
	"👍",
	"👩‍👩‍👧",
	"é",
	"İ",
	"ß",
	"①",
	"½",
	"\u200d",
	"\ud800",
	"\udc00",
];
const marks = [
	".",
	",",
	";",
	":",
	"!",
	"?",
	"(",
	")",
	'"',
	"“",
	"”",
	"—",
	"-",
	"。",
	"、",
	"，",
	"「",
	"」",
	"...",
	"؟",
	"'",
	"|",
	"/",
];
const spaces = [
	" ",
	" ",
	" ",
	" ",
	"  ",
	"\n",
	"\n\n",
	"\n- ",
	"\n# ",
	"\t",
	"\r\n",
	"\n    ",
	" \n",
	"\u00a0",
	"\u3000",
	"",
	"",
];

/** A text of up to about 60 words, marks and spaces in any order. */
export const textArbitrary = fc
	.array(
		fc.tuple(
			fc.constantFrom(...pieces),
			fc.option(fc.constantFrom(...marks), { nil: "", freq: 2 }),
			fc.constantFrom(...spaces),
			fc.option(fc.constantFrom(...marks), { nil: "", freq: 6 }),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.map((part) => part.join("")).join(""));

const clause = fc
	.array(
		fc.constantFrom(
			"the",
			"quick",
			"fox",
			"never",
			"jumps",
			"not",
			"42",
			"over",
			"Zaun",
			"https://a.b/c",
			"naïve",
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((words) => words.join(" "));

const sentence = fc
	.tuple(
		fc.array(fc.tuple(clause, fc.constantFrom(", ", "; ", " — ", ": ", " (", ' "')), { maxLength: 4 }),
		clause,
		fc.constantFrom(".", "?", "!"),
	)
	.map(([parts, last, end]) => {
		let text = "";
		let closer = "";
		for (const [part, mark] of parts) {
			text += part + closer;
			closer = mark === " (" ? ")" : mark === ' "' ? '"' : "";
			text += mark;
		}
		return text + last + closer + end;
	});

/** Well-written paragraphs and lists: no mark without words beside it. */
export const proseArbitrary = fc
	.array(fc.tuple(sentence, fc.constantFrom(" ", "\n\n", "\n- ", " ")), { minLength: 1, maxLength: 6 })
	.map((parts) =>
		parts
			.map((part) => part.join(""))
			.join("")
			.replace(/\s+(?:- )?$/, ""),
	);
