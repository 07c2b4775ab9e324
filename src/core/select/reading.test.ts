// How results read: what is between ~tildes~ goes, the rest stays.
import { describe, expect, test } from "vitest";
import { customCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import { readWords } from "../read-words.ts";
import { createSelector } from "./select.ts";

/** Selects what is not between tildes; marks are kept wherever they may stand. */
function compress(marked: string, options: SelectOptions = {}): string {
	const parts = marked.split("~");
	const text = parts.join("");
	const needed = new Uint8Array(text.length);
	let at = 0;
	parts.forEach((part, index) => {
		needed.fill(index % 2 === 0 ? 1 : 0, at, at + part.length);
		at += part.length;
	});
	const words = readWords(text);
	words.keepProbability.forEach((_, word) => {
		words.keepProbability[word] = needed[words.start[word] ?? 0] ?? 0;
	});
	const counter = customCounter((whole) => whole.length);
	const select = createSelector({ text, words, counter, model: "test", device: "wasm" });
	return select({ threshold: 0.5, ...options }).text;
}

describe("pinned marks", () => {
	test.each([
		["~Hi team,~ thanks for ~the shed~.", 8, "team, thanks for."],
		["~Hi team, thanks for the shed. The pump is new.~", 8, "team,"],
		["~Hi team, thanks for the shed. The~ pump ~is new~.", 8, "team, pump."],
		["~Wait (for it), all of them~ went.", 14, "it, went."],
		["~One, two.~ Three.", 9, "two. Three."],
	])("%s at %i: the word before comes along, no mark is doubled", (marked, at, kept) => {
		expect(compress(marked, { pin: [[at - 1, at]] })).toBe(kept);
	});
});

test("a label that stays for a number has no full stop behind it", () => {
	const marked = "User: Hi ~there~.\nAssistant: ~I see that~. ~It has~ not moved since 9 March.\nUser: Okay.";
	const kept = "User: Hi.\nAssistant: not moved since 9 March.\nUser: Okay.";
	expect(compress(marked, { protect: { number: true } })).toBe(kept);
});

describe("tags", () => {
	test.each([
		["<p>~The~ x.</p>", "<p>x.</p>"],
		["<b>One ~two~</b> three", "<b>One</b> three"],
		["One <b>two</b> ~three~ four", "One <b>two</b> four"],
		["One ~two~ <b>three</b>", "One <b>three</b>"],
	])("%s", (marked, kept) => expect(compress(marked)).toBe(kept));
});

test.each([
	[
		"~2026-01-01 10:00:00 INFO started now~\n2026-01-01 10:00:01 WARN low\n2026-01-01 10:00:02 INFO end",
		"log",
	],
	["~1\n00:00:01,000 --> 00:00:02,000\nHello~\n\n2\n00:00:03,000 --> 00:00:04,000\nHow are you\n", "cues"],
])("%j: no line break opens a result (%s)", (marked) => {
	expect(compress(marked)).toBe(marked.replace(/~[\s\S]*~\n+/, "").trimEnd());
});

describe("marks", () => {
	test.each([
		["Apples, ~pears,~ plums.", "Apples, plums."],
		["Apples, ~pears~, plums.", "Apples, plums."],
		["~Apples~, pears, plums.", "pears, plums."],
		["Apples, pears, ~plums~.", "Apples, pears."],
		["He came; ~he saw~, won.", "He came; won."],
		["~All of this goes~. This stays!", "This stays!"],
		["He ~really~ left~ early~.", "He left."],
		["What now ~then~?!", "What now?!"],
		["It ran without ~any failure. We have~ not finished.", "It ran without failure. not finished."],
		["Can we ~go? Yes. I~ don't know.", "Can we? don't know."],
		["Backups fail~ed!~\nDisk full~.~", "Backups failed\nDisk full"],
		["The value (~a number~) counts.", "The value counts."],
		["The value (a ~big~ number) counts.", "The value (a number) counts."],
		['He said ~"all of it"~ today.', "He said today."],
		['He said "~yes and~ no" today.', 'He said "no" today.'],
		["A (b ~(c)~) d", "A (b) d"],
		["A (~b~ c) d", "A (c) d"],
		["Anna: ~well~, I agree.", "Anna: I agree."],
		["Anna: ~well~. So what?", "Anna: So what?"],
		["Anna: ~well~.", "Anna"],
		["It works — ~mostly~ — today.", "It works — today."],
		["Voilà ~donc~ : oui ~bien~ !", "Voilà : oui !"],
		["今天，~我们~去公园。~他~不去。", "今天，去公园。不去。"],
		["「~古い~」本、新しい本。", "本、新しい本。"],
		["ดี ~มาก~ครับ", "ดี ครับ"],
		["See [the ~long~ guide](https://a.org/x) ~now~.", "See [the guide](https://a.org/x)."],
		["See ~[the guide]~(https://a.org/x) now.", "See [the](https://a.org/x) now."],
		// A number that might open an item comes with the word before it, and neither cuts a pair.
		["See (page ~42~) — now.", "See (page) — now."],
		["See (~page~ 42) — now.", "See (page 42) — now."],
		["See (page)~, 42. the~ end.", "See (page) end."],
		["He ~(she), 42. it~ came.", "He came."],
		// A word that brings its own full stop needs no second one.
		["He came, 42. ~then~.", "He came, 42."],
		["See e.g. ~cats~.", "See e.g."],
		["See e.g. ~old~ cats.", "See e.g. cats."],
		["~Take~ 42 ~cats~.", "42"],
		["Take 42 ~cats~.", "Take 42."],
		["See cats etc., ~or~ dogs.", "See cats etc., dogs."],
		['{"name": "~x~", "size": 3}', '{"name": "x", "size": 3}'],
	])("%s", (marked, text) => {
		expect(compress(marked)).toBe(text);
	});
});

describe("negations keep what they negate", () => {
	test.each([
		["Say ~that~ you ~do not know~ and stop.", "Say you not know and stop."],
		["You may not ~share any of the~ keys.", "You may not share keys."],
		["題名を~勝手に作らない~こと。", "題名を作らないこと。"],
		["~The tool,~ not ~the library~, works.", "not library, works."],
	])("%s", (marked, text) => {
		expect(compress(marked)).toBe(text);
	});
});

const wrapped = "Behind the old mill, where the river bends, everyone can see a quick";

describe("lines", () => {
	test.each([
		["- one ~two~\n- ~three~\n- four", "- one\n- four"],
		["1. ~one~\n2. two\n   ~and more~", "2. two"],
		["1. ~one~\n   and more\n2. two", "1. and more\n2. two"],
		["# ~Title~\n\nText", "# Title\n\nText"],
		["# Title\n\n~Text~\n\nMore", "# Title\n\nMore"],
		["> quoted ~words~\n> ~more~", "> quoted"],
		["one\n\n~two~\nthree", "one\n\nthree"],
		["one ~two~\n    ~three~ four", "one\n    four"],
		["one\ttwo\t~three~ four", "one\ttwo\tfour"],
		[`${wrapped} ~brown\nfox~ jumps over the lazy dogs.`, `${wrapped} jumps over the lazy dogs.`],
		["- [x] ~done~\n- [ ] open", "- [ ] open"],
		["| a | b |\n|---|---|\n| ~c~ | d |\n| ~e~ | ~f~ |", "| a | b |\n|---|---|\n| | d |"],
	])("%j", (marked, text) => {
		expect(compress(marked)).toBe(text);
	});

	test("without the protection of markup, bullets are marks like others", () => {
		const marked = "~-~ one\n- two";
		expect(compress(marked)).toBe("- one\n- two");
		expect(compress(marked, { protect: { markup: false } })).toBe("one\n- two");
	});
});

describe("choices keep marks in order", () => {
	const text = "One (two) three, four.";
	test.each<[string, SelectOptions, string]>([
		["drop one of a pair", { drop: [[4, 5]] }, "One two three, four."],
		["drop the words of a pair", { drop: [[5, 8]] }, "One three, four."],
		["drop all before a mark", { drop: [[0, 15]] }, "four."],
		["pin one of a pair", { threshold: 1, pin: [[4, 5]], drop: [[5, 8]] }, "One () three, four."],
		["drop a negation's partner", { drop: [[17, 21]] }, "One (two) three."],
	])("%s", (_, options, expected) => {
		expect(compress(text, options)).toBe(expected);
	});
});
