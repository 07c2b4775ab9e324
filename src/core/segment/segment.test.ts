import { describe, expect, test } from "vitest";
import { segmentsOf } from "../analysis.fixture.ts";
import { segment } from "./segment.ts";

describe("code", () => {
	test.each([
		["a fence with a language", "Run\n```sh\nls -l\n```\nnow", ["```sh", "ls -l\n```"]],
		["tildes around backticks", "~~~\n```\nx\n```\n~~~\n", ["~~~", "```\nx\n```\n~~~"]],
		["a fence in a list", "- a\n  ```js\n  x()\n  ```\n- b", ["```js", "  x()\n", "```"]],
		["an unclosed fence reaches to the end", "```\na\n\nb", ["```", "a\n\nb"]],
		["the end of a block that began before the text", "x();\n```\n\nProse.", ["```"]],
		["inline code", "call `f(x)` or ``a`b`` here", ["`f(x)`", "``a`b``"]],
		["inline code over a line break", "use `git\nlog` now", ["`git\nlog`"]],
		["no inline code over a blank line", "a ` b\n\nc ` d", []],
		["an indented block behind prose", "Do this:\n\n    x = 1;\n    y();\n\nDone.", ["x = 1;\n    y();"]],
		["one indented line", "Type:\n\n    $ npm install x\n\nDone.", ["$ npm install x"]],
		["all indented lines in Markdown", "# A\n\n    one two\n\n    three\n\nDone.", ["one two\n\n    three"]],
		["no item's text", "# A\n\n- one\n\n    two three\n\n10. four\n\n    five", []],
		["code in an item", "# A\n\n- one\n\n      two three\n\nfour", ["two three"]],
		["inline code ends with its item", "- a ` b\n- c `d` e", ["`d`"]],
		["no indented prose", "Poem:\n\n    Roses are red\n    violets are blue", []],
		["Unix paths", "see /etc/hosts, ~/a.txt and ../b/c", ["/etc/hosts", "~/a.txt", "../b/c"]],
		[
			"Windows paths",
			"C:\\Users\\me\\a.doc and \\\\srv\\share\\x",
			["C:\\Users\\me\\a.doc", "\\\\srv\\share\\x"],
		],
		["relative paths with an extension", "in src/core/a.ts:12:5.", ["src/core/a.ts:12:5"]],
		["parameters of a route", "GET /users/:id/orders/:order now", ["/users/:id/orders/:order"]],
		["file names", "edit package.json, not Node.js", ["package.json"]],
		["paths in other scripts", "öffne pläne/größe.txt", ["pläne/größe.txt"]],
	])("%s", (_, text, found) => expect(segmentsOf(text, "code")).toEqual(found));
});

describe("url", () => {
	test.each([
		["the full stop is not part", "See https://a.org/b.", ["https://a.org/b"]],
		["parentheses in balance", "(https://a.org/b_(c))", ["https://a.org/b_(c)"]],
		["query and fragment", "http://a.b/?q=1&r=%20#x, then", ["http://a.b/?q=1&r=%20#x"]],
		["any scheme", "git+ssh://h/r vscode://file/x", ["git+ssh://h/r", "vscode://file/x"]],
		["without scheme", "www.a.org and github.com/a/b", ["www.a.org", "github.com/a/b"]],
		["mail", "mailto:a@b.cd or a.b+c@d-e.fg!", ["mailto:a@b.cd", "a.b+c@d-e.fg"]],
		["scp", "git@github.com:a/b.git", ["git@github.com:a/b.git"]],
		["template", "https://x.y/{id}/z", ["https://x.y/{id}/z"]],
		["before a link's text", "https://a.b/c[the text] http://[::1]/x", ["https://a.b/c", "http://[::1]/x"]],
		["in angle brackets", "<https://a.b/c>. <a@b.cd>", ["<https://a.b/c>", "<a@b.cd>"]],
		["a definition's target", "[a]: https://b.c/d. 'e f'\n[g]:\n  <h i>", ["https://b.c/d. 'e f'", "<h i>"]],
		["with escapes", "https://a.b/c\\&d\\_e \\x", ["https://a.b/c\\&d\\_e"]],
		["ends before Japanese", "https://a.jpを見て", ["https://a.jp"]],
		["ends before Chinese marks", "访问https://a.cn/x。", ["https://a.cn/x"]],
		["path in Chinese", "https://zh.org/wiki/中国 x", ["https://zh.org/wiki/中国"]],
		["in markup", '<a href=x>https://a.b</a> "http://c.d"', ["https://a.b", "http://c.d"]],
		["a ratio is none", "16:9 and note:this", []],
	])("%s", (_, text, found) => expect(segmentsOf(text, "url")).toEqual(found));
});

describe("placeholder", () => {
	test.each([
		[`{{ user.name }} \${x} {y} {0} {a:>10}`, ["{{ user.name }}", `\${x}`, "{y}", "{0}", "{a:>10}"]],
		["%s %d %(name)s %5.2f 50 %s", ["%s", "%d", "%(name)s", "%5.2f", "%s"]],
		["<|im_start|> [[topic]] [NAME] [YOUR CITY]", ["<|im_start|>", "[[topic]]", "[NAME]", "[YOUR CITY]"]],
		["$HOME $var %PATH% {% if x %}", ["$HOME", "$var", "%PATH%", "{% if x %}"]],
		["[ERROR] [a] {a b} 100% sure $5 {}", ["{}"]],
		[
			"%1$s %2$-10.3f %{name} #{user.name} @{x} {{{raw}}}",
			["%1$s", "%2$-10.3f", "%{name}", "#{user.name}", "@{x}", "{{{raw}}}"],
		],
		[
			"<%= user.name %> <% if a > b %> {# a note #} $(VAR)",
			["<%= user.name %>", "<% if a > b %>", "{# a note #}", "$(VAR)"],
		],
		["{n, plural, one {# file} other {# files}} left", ["{n, plural, one {# file} other {# files}}"]],
		["100%of a#{b}c", ["#{b}"]],
		['"projects/{project}/locations" {a}/{b} or/{c}.', ["projects/{project}/locations", "{a}/{b}", "or/{c}"]],
		['in %s/%s, {x}/. and/or {y} "{z}/"', ["%s/%s", "{x}", "{y}", "{z}"]],
	])("%s", (text, found) => expect(segmentsOf(text, "placeholder")).toEqual(found));
});

describe("markup", () => {
	test.each([
		[
			"tags",
			'<p class="a > b">x<br/>y</p> <!-- z -->',
			['<p class="a > b">', "<br/>", "</p>", "<!--", "-->"],
		],
		["no tags", "a < b, c > d, List<string> and <3", []],
		["headings", "# A\n## 2. B", ["#", "##", "2."]],
		["lists", "- a\n* b\n1. c\n(2) d\n- [x] e\n一、f", ["-", "*", "1.", "(2)", "-", "[x]", "一、"]],
		["quotes", "> a\n> - b", [">", ">", "-"]],
		["rules and front matter", "---\na: b\n---\n\n***\nx\n===", ["---", "---", "***", "==="]],
		["tables", "| a | b |\n|---|:-:|\n| `x|y` | c |", ["|", "|", "|", "|---|:-:|", "|", "|", "|"]],
		["emphasis", "*a* **b** _c_ ~~d~~ ***e***", ["*", "*", "**", "**", "_", "_", "~~", "~~", "***", "***"]],
		["strong before a particle", "**a**은 b", ["**", "**"]],
		["what items begin with", "- # a\n- > b\n- 1. c\n- [d]: e", ["-", "#", "-", ">", "-", "1.", "-", "[d]:"]],
		["no emphasis", "2*3*4, a * b * c, snake_case_name, __init__, *open", []],
		["a link", '[a](b "c")', ["[", "](", ")"]],
		["an image and a reference", "![a](b) [c][d] [^1]", ["![", "](", ")", "[", "][d]", "[^1]"]],
		["a link definition", "[a]: https://b.c", ["[a]:"]],
		["entities", "a&nbsp;b &#39; & c", ["&nbsp;", "&#39;"]],
		["a diff", "@@ -1 +1 @@\n-old\n+new\n same", ["-", "+"]],
	])("%s", (_, text, found) => expect(segmentsOf(text, "markup")).toEqual(found));
});

test("segments are in order, and nothing is found inside code", () => {
	const found = segment("# See `*a* https://b.c` at https://d.e\n```\n<b>1</b>\n```");
	expect(found.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
		"markup marker",
		"code open",
		"code inside",
		"code close",
		"url whole",
		"code whole",
		"code inside",
		"code whole",
	]);
});
