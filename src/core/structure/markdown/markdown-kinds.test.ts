// One text for each way in which Markdown could be half lost: a parser sees in a result only what it sees in the source.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary } from "../structure.fixture.ts";
import { firstStranger, outline } from "./markdown-tree.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

test.each([
	[
		"a line of indented code",
		"To install it type this:\n\n    $ npm install chai\n\nThen go on with the other words.",
	],
	[
		"indented code in an item",
		"# A b\n\n1. one two three\n\n       x = y\n\n   goes on with more words here\n\n2. four five",
	],
	["indented code below a heading", "# A b\n    var x\n\n    y\n\nfour five six seven"],
	["indented code at the start", "    var x = y;\n    f(x);\n\n# A b\n\none two three four five"],
	[
		"text of an item that is no code",
		"# A b\n\n- one two three\n\n    goes on with more words\n    over lines\n- four",
	],
	[
		"rows without a last bar",
		"| a b | c d | e\n|---|---|---\n| one two | three four |\n| five six | | seven eight nine\n",
	],
	[
		"rows without outer bars",
		"a b | c d\n--- | ---\none two | three four\nfive six | seven\neight |\n | nine ten",
	],
	[
		"a heading in an item",
		"Words: one\n\n- # number two\n  Some words of what this item is about.\n- # other\n  More words.",
	],
	[
		"an underlined heading in an item",
		"Words: one\n\n- number five\n  ---\n  Some words of this item.\n- other\n  ===\n  More.",
	],
	[
		"a heading in an item of a quote",
		"> # one two\n> Some words.\n\n> - # other\n>   More words that explain",
	],
	[
		"code that is a link's text",
		"one [`a`](https://x.y/z) two [![b](c.png)](https://x.z) three [`d` `e`](f)\n- [`g`](h) more words",
	],
	["a backtick without another in its item", "- one typescript` [`a`](https://x.y)\n- `b` two three\n- four"],
	["items that are indented by one", " - one two `x`\n   - three four\n - five six"],
	[
		"references and their definitions",
		"see [one two] and [other][] and ![pic][x] here\n\n[one two]: https://a.b/c.\n[other]: <d e> 'a title'\n[x]:\n  https://y.z/(w)",
	],
	["definitions in items", "- [name]: https://a.b/c\n- see [name] or two"],
	[
		"footnotes",
		"one two[^1] three four[^b].\n\nmore words\n\n[^1]: the first note here\n[^b]: the second [^1] note\n\nlast words",
	],
	["addresses in angle brackets", "copied from:\n<https://a.b/#c>. Or <a.b@c.de> and <mailto:x@y.z> more"],
	["a hash that touches a word", "Long#**xor**(other: one) two\nthree C# four\nfive"],
	["escapes", "a \\* b \\_ c \\# d\n\\# e f \\`not code\\` g snake\\_case\n1\\. end"],
	["a number at the start of a wrapped line", "some words\n2. two three\n\n3) four five\n4) six"],
	["a byte order mark", "\uFEFF---\na: b c\n---\n\n# A b\n\nSome words that follow here."],
	["a rule right under a list", "Look at this before:\n- no test for it\n---\nEverything else is fine."],
	["a rule right under a quote", "Look at this before:\n> a quote of more\n---\nEverything else is fine."],
	[
		"a title between rules",
		"=====\nTitle words\n=====\n\nSome words follow.\n\n-----\nOther\n-----\n\nMore words.",
	],
	["items that each stand a column deeper", "- one two\n - three four\n  - five six\n   - seven eight\n"],
	[
		"an item that a heading begins",
		"Some words\n1. ## Rules\n   - one two\n   - three four\n2. ## Other\n   - five",
	],
	["two rules at the start", "---\n---\n\nSome words here\n\nmore words"],
	["a script", "<p>Some words</p>\n<script>if (a < b && c > d) { alert('no'); }</script>\n<p>more words</p>"],
	["a comment over lines", "one two\n\n<!--\n- three `four`\n- five\n-->\n\nsix seven eight"],
	["types that would be a tag", "a Map<K, V> holds Object<A, B, C> of words"],
])("%s", (_, source) => {
	const whole = outline(source);
	fc.assert(
		fc.property(probabilitiesArbitrary, (probabilities) => {
			for (const result of compressed(source, probabilities)) {
				expect([firstStranger(outline(result), whole), result]).toEqual([undefined, result]);
			}
		}),
		{ numRuns: 20, seed: 1 },
	);
});

test("a reference to a footnote is never without the footnote", () => {
	const source = "one two[^1] three four.\n\nmore words\n\n[^1]: the first note here";
	fc.assert(
		fc.property(probabilitiesArbitrary, (probabilities) => {
			for (const result of compressed(source, probabilities)) {
				expect(outline(result).slice(0, 2)).toEqual(["footnoteReference 1", "footnote 1"]);
			}
		}),
		{ numRuns: 20, seed: 1 },
	);
});
