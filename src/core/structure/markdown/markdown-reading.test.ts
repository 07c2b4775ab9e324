// How shortened Markdown reads: only what is between ~tildes~ is needed.
import { expect, test } from "vitest";
import { customCounter } from "../../count/count.ts";
import { readWords } from "../../read-words.ts";
import { createSelector } from "../../select/select.ts";

function keepOnly(marked: string): string {
	const parts = marked.split("~");
	const text = parts.join("");
	const needed = new Uint8Array(text.length);
	let at = 0;
	parts.forEach((part, index) => {
		needed.fill(index % 2, at, at + part.length);
		at += part.length;
	});
	const words = readWords(text);
	words.keepProbability.forEach((_, word) => {
		words.keepProbability[word] = needed[words.start[word] ?? 0] ?? 0;
	});
	const counter = customCounter((whole) => whole.length);
	return createSelector({ text, words, counter, model: "test", device: "wasm" })({ threshold: 0.5 }).text;
}

test.each([
	["a word keeps the headings above it", "# A\n\none\n\n## B\n\n~two~ three", "# A\n\n## B\n\ntwo"],
	["a section without words goes with its heading", "# A\n\none\n\n# B\n\n~two~", "# B\n\ntwo"],
	["a heading with a rule under it is a whole", "A b\n===\n\n~two~ three", "A b\n===\n\ntwo"],
	[
		"an item keeps the items around it",
		"- one a\n  - two b\n    - ~three~ c\n- four",
		"- one\n  - two\n    - three",
	],
	["a box stays with its item", "- [x] ~one~ two\n- [ ] three", "- [x] one"],
	[
		"a row keeps its bars and the head",
		"| a | b |\n|---|---|\n| c | ~d~ |\n| e | f |",
		"| a | b |\n|---|---|\n| | d |",
	],
	[
		"rows without outer bars keep their outer cells",
		"a | b\n--- | ---\n~c~ x | d e\nf | g",
		"a | b\n--- | ---\nc x | d",
	],
	["tags stay with what is between them", "<a>\n~one~ two\n</a>\n<b>\nthree\n</b>", "<a>\none\n</a>"],
	["a comment goes as one", "~one~ <!-- two three --> ~four~", "one four"],
	["a number stays behind what it follows", "~One.~\n\nSee page ~1.~ Then", "One.\n\npage 1."],
	[
		"a rule is never without the heading above it, which has a rule of its own",
		"# A\n\nb\n===\n\n~---~\n\n- ~one~ two",
		"b\n===\n\n---\n\n- one",
	],
	["front matter stays", "---\na: b\nc: d\n---\n\n~one~ two", "---\na: b\nc: d\n---\n\none"],
	[
		"a label stays with what was said where only one speaks again",
		"Alice: one\nBob: ~two~ three\nAlice: Oh well, four",
		"Bob: two",
	],
	["emphasis is no bullet, behind a tag on its line", "<d>\nOne ~*two*~\n</d>", "<d>\n*two*\n</d>"],
	["a speaker stays with the turn", "User: one two\nBot: ~three~ four\nUser: five", "Bot: three"],
	[
		"a head stays with its message",
		"Anna B  10:02 AM\none\nBen C  10:04 AM\n~two~ three",
		"Ben C  10:04 AM\ntwo",
	],
	["a link as Jira writes it keeps its target", "[one ~two~|https://a.b/c] three", "[two|https://a.b/c]"],
	["preformatted text is code", "<pre>a - b\n  c</pre>\n\n~one~ two", "<pre>a - b\n  c</pre>\n\none"],
	[
		"an item keeps a word before a line outside of it",
		"> - ~one~ two\n> {% if x %}",
		"> - one\n> {% if x %}",
	],
	["a section of CDATA keeps its marks", "<d><![CDATA[one ~two~]]></d>", "<d><![CDATA[ two]]></d>"],
	["a tag in a word has its partner", '<d>a<E n="x">~one~ two</E></d>', '<d><E n="x">one</E></d>'],
	[
		"a numbered list behind a paragraph keeps its first item",
		"~One:~\n1. two\n2. ~three~",
		"One:\n1. two\n2. three",
	],
])("%s", (_, marked, kept) => expect(keepOnly(marked)).toBe(kept));
