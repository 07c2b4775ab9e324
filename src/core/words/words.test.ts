import { describe, expect, test } from "vitest";
import { analyse, wordsOf, wordsOfKind, wordsWithReason } from "../analysis.fixture.ts";
import { wordKind } from "../word-table.ts";

describe("words", () => {
	test.each([
		[
			"marks at the edges stand apart",
			'"Stop," (he said)!',
			['"', "Stop", ",", '"', "(", "he", "said", ")", "!"],
		],
		[
			"apostrophes and hyphens",
			"don't l'homme users' well-known 'tis rock’n’roll",
			["don't", "l'homme", "users'", "well-known", "'tis", "rock’n’roll"],
		],
		["tokenised contractions", "it 's do n't", ["it", "'s", "do", "n't"]],
		[
			"identifiers",
			"a.b_c foo::bar x->y snake_case camelCase @me #tag --flag -v",
			["a.b_c", "foo::bar", "x", "->", "y", "snake_case", "camelCase", "@me", "#tag", "--flag", "-v"],
		],
		[
			"dotted names whose parts look like files",
			"c.h.m.Checkout: org.sqlite.DB.exec see main.py. data.json.bak",
			["c.h.m.Checkout", ":", "org.sqlite.DB.exec", "see", "main.py", ".", "data.json.bak"],
		],
		[
			"calls",
			"f(x) word(s) a[0] List<T> go (now)",
			["f(x)", "word(s)", "a[0]", "List<T>", "go", "(", "now", ")"],
		],
		[
			"names with marks",
			"C++ C# .NET AT&T and/or key=value naïve™",
			["C++", "C#", ".NET", "AT&T", "and/or", "key=value", "naïve™"],
		],
		[
			"abbreviations own their full stop",
			"e.g. Dr. Li, J. Roe, z.B. U.S. end.",
			["e.g.", "Dr.", "Li", ",", "J.", "Roe", ",", "z.B.", "U.S.", "end", "."],
		],
		[
			"one word of many characters",
			"https://a.b/c?d=e src/a.ts:1 1,234.5 km <a href='b c'> {{ x }}",
			["https://a.b/c?d=e", "src/a.ts:1", "1,234.5 km", "<a href='b c'>", "{{ x }}"],
		],
		["inline code is split inside", "`git log`", ["`", "git", "log", "`"]],
		["operators", "a => b != c && d", ["a", "=>", "b", "!=", "c", "&&", "d"]],
		["JSON without spaces", '{"a":[1,"b"]}', ['{"a":[1,', '"b"]}']],
		["runs of marks", "Wait... what?! -- no!!", ["Wait", "...", "what", "?!", "--", "no", "!!"]],
		["no space after a comma", "red,green;blue—white", ["red", ",", "green", ";", "blue", "—", "white"]],
		["Hebrew abbreviations", 'צה"ל ו"כן"', ['צה"ל', 'ו"כן', '"']],
		["Catalan", "col·lega", ["col·lega"]],
		["Hindi", "यह क्षेत्र है।", ["यह", "क्षेत्र", "है", "।"]],
		["Korean", "그는 갔다.", ["그는", "갔다", "."]],
		["Japanese", "東京に行く。", ["東京", "に", "行く", "。"]],
		["Chinese beside Latin", "使用React框架", ["使用", "React", "框架"]],
		["Thai", "ภาษาไทยดี", ["ภาษา", "ไทย", "ดี"]],
		["emoji", "ok 👨‍👩‍👧‍👦🎉 👍🏽 🇩🇪🇫🇷 1️⃣ ❤️‍🔥", ["ok", "👨‍👩‍👧‍👦🎉", "👍🏽", "🇩🇪🇫🇷", "1️⃣", "❤️‍🔥"]],
		["combining marks", "e\u0301te\u0301 !\u0301", ["e\u0301te\u0301", "!\u0301"]],
		["soft hyphen and zero width space", "Sil\u00adbe a\u200bb", ["Sil\u00adbe", "a\u200bb"]],
		["lone surrogates and NUL", "a\ud800 \0", ["a", "\ud800", "\0"]],
		["nothing", " \n\t ", []],
	])("%s", (_, text, words) => expect(wordsOf(text)).toEqual(words));
});

describe("kinds of marks", () => {
	test.each([
		["separator", "a, b; c: d – e、f ، g...h", [",", ";", ":", "–", "、", "،", "..."]],
		["separator", "x = 1 + 2 → y", ["=", "+", "→"]],
		["terminal", "Ab. B! C? D。E؟ F। G…", [".", "!", "?", "。", "؟", "।", "…"]],
		["open", "x (a) [b] „c“ «d» “e” 「f」 ¿g? 'h' \"i\"", ["(", "[", "„", "«", "“", "「", "¿", "'", '"']],
		["close", "x (a) [b] „c“ «d» “e” 「f」 'h' \"i\"", [")", "]", "“", "»", "”", "」", "'", '"']],
		["open", "»a« ”b” *c* [d](e)", ["»", "”", "*", "[", "("]],
		["close", "»a« ”b” *c* [d](e)", ["«", "”", "*", "]", ")"]],
		["open", 'say "a \'b\' c" or {"k", "v"}', ['"', "'", "{", '"', '"']],
		["marker", "# a\n- b\n> c\n| d |\n---", ["#", "-", ">", "|", "|", "---"]],
	] as const)("%s of %s", (kind, text, words) => expect(wordsOfKind(text, kind)).toEqual(words));

	test("a mark is in a row with its span, and probabilities are still zero", () => {
		const words = analyse("Hi, all!");
		expect([...words.start]).toEqual([0, 2, 4, 7]);
		expect([...words.end]).toEqual([2, 3, 7, 8]);
		expect([...words.kind]).toEqual([wordKind.word, wordKind.separator, wordKind.word, wordKind.terminal]);
		expect([...words.keepProbability]).toEqual([0, 0, 0, 0]);
	});
});

describe("reasons", () => {
	const text = "- Use `a b` or <b>{x}</b> at https://c.d, *not* 5 km [e](f)";
	test.each([
		["code", ["`", "a", "b", "`"]],
		["url", ["https://c.d", "f"]],
		["placeholder", ["{x}"]],
		["markup", ["-"]],
		["negation", ["not"]],
		["number", ["5 km"]],
	] as const)("%s", (reason, words) => expect(wordsWithReason(text, reason)).toEqual(words));
});
