import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { wordsOf } from "../../analysis.fixture.ts";
import { compressed } from "../structure.fixture.ts";

// Long hostile texts take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const scores = [
	[0],
	[0.9, 0.1, 0.5, 0.3, 0.7, 0.2, 0.6],
	[0.1, 0.2, 0.9, 0.8, 0.05],
	[0.5, 0.4, 0.95, 0.3, 0.2, 0.1, 0.6, 0.9, 0],
];

/** The strings of a text at every amount. */
function values(text: string, read: (text: string) => unknown): string[] {
	return scores.flatMap((score) =>
		compressed(text, score).map((result) => Object.values(read(result) as Record<string, string>).join("\n")),
	);
}

/** Tags that are open at the end, or close what is not open. */
function unbalanced(html: string): string[] {
	const open: string[] = [];
	for (const [found, slash, name] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
		if (slash === "") open.push(name ?? "");
		else if (open.pop() !== name) return [found];
	}
	return open;
}

const html = [
	"<p>Hello <b>dear</b> friends of ours</p>",
	'<p>See <a href="https://a.b/c?d=e">our new page</a> for it, please do</p>',
	"<div>\n<p>The first line of it</p>\n<p>The second <em>line</em> goes on</p>\n</div>",
	"We <b>Never</b> do <i>so</i> in the <u>whole</u> year",
];

describe("tags in values stay in pairs", () => {
	test.each(html)("JSON: %s", (value) => {
		const text = JSON.stringify({ title: "Result page", html: value });
		for (const found of values(text, JSON.parse)) expect(unbalanced(found), found).toEqual([]);
	});

	test.each(html.map((value) => value.replaceAll("\n", " ")))("YAML: %s", (value) => {
		for (const quoted of [
			`"${value.replaceAll('"', '\\"')}"`,
			`'${value}'`,
			`|\n  ${value}`,
			`It ${value}`,
		]) {
			const text = `a:\n  b: c\nhtml: ${quoted}\n`;
			const read = (result: string) => ({ html: String((parse(result) as { html: string }).html) });
			for (const found of values(text, read)) expect(unbalanced(found), found).toEqual([]);
		}
	});
});

describe("units in values", () => {
	test.each([
		['{"a": "if x &lt; y then you know &quot;it&quot; all"}', ["&lt;", "&quot;"]],
		['{"a": "Say <a href=\\"x y\\">hello to you</a> from us"}', ['<a href=\\"x y\\">', "</a>"]],
		['{"a": "Dear {{user.name}}, you have %{count} new letters"}', ["{{user.name}}", "%{count}"]],
		[
			'{"a": "Read <a title=\\"caf\\u00e9 \\\\ bar\\">this</a> now please do"}',
			['<a title=\\"caf\\u00e9 \\\\ bar\\">'],
		],
		['a:\n  b: Read the <a href="http://x y">page</a> now please\n', ['<a href="http://x y">', "</a>"]],
		["a:\n  b: 'It''s in <a title=''so it''>here</a> now you see'\n", ["It''s", "<a title=''so it''>"]],
	])("%s", (text, units) => {
		expect(wordsOf(text)).toEqual(expect.arrayContaining(units));
	});

	test("a link goes or stays with its target and a word", () => {
		const link = "[the long guide](https://a.b/c)";
		const text = JSON.stringify({ a: `Please read ${link} before you write to all of us` });
		for (const found of values(text, JSON.parse)) {
			const rest = found.replace(/\[(?:the ?)?(?:long ?)?(?:guide)?\]\(https:\/\/a\.b\/c\)/, "");
			expect(rest).not.toMatch(/[[\]()]|https/);
			expect(found).not.toContain("[]");
		}
	});

	test.each(['{"a": "<b>', "<a ", '\\"<', "[a](", "&lt;", "<b></b>", "\\n<b>"])(
		"many %s are read",
		(piece) => {
			const text = `{"a": "b c d e ${piece.replace(/^\{"a": "/, "").repeat(20_000)}"}`;
			expect(wordsOf(text).length).toBeGreaterThan(0);
		},
	);
});
