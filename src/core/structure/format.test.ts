import { describe, expect, test } from "vitest";
import { readData } from "./format.ts";
import { readRegions } from "./regions.ts";

const outer = { segments: [], blocks: [] };

describe("a whole text", () => {
	test.each([
		["JSON", ' {"a": [1, "b"]}\n'],
		["JSON that is cut behind a key", '{"a": "b", "c": '],
		["JSON that is cut in a string", '[{"a": "b", "c": "one two thr'],
		["JSON that is cut, with a note", '{"a": ["b", tru\n... [truncated 300 characters]'],
		["JSON with comments", '{\n  // it is "so\n  "a": 1, /* b */\n  "c": ["d",],\n}'],
		["YAML", "name: x\nsteps:\n  - run: y\n"],
		["YAML with documents", "---\nName: x\nAge: 3\n---\nName: y\nAge: 4\n"],
		["TypeScript", 'import { a } from "b";\n\nexport const c = a();\nconsole.log(c);\n'],
		["Python", "import os\n\ndef f(x):\n    return os.path.join(x)\n"],
		["SQL", "SELECT a, b\nFROM c -- all of them\nWHERE d = 1\nORDER BY a;\n"],
		["shell", "#!/bin/bash\nset -e\nfor x in *; do\n  echo $x # it\ndone\n"],
		["CSS", "a {\n  color: red; /* as it was */\n}\nb {\n  color: blue;\n}\n"],
	])("is %s", (_, text) => {
		expect(readData(text)).not.toBeNull();
	});

	test.each([
		["a letter's head", "To: Bob\nFrom: Alice\nSubject: Lunch\n\nShall we meet at noon?"],
		["a dialogue", "alice: hi\nbob: hello\nalice: how are you?"],
		["notes", "Note: this is due\n- one thing\n- another thing\n"],
		["a Markdown list", "- one: a thing\n- two\n  - three\n\nAnd so on.\n"],
		["a recipe", "Ingredients:\n  2 eggs\n  flour\nSteps:\n  Mix it all. Then bake.\n"],
		["front matter and prose", "---\ntitle: x\n---\n\n# Heading\n\nSome text of the page.\n"],
		["prose with semicolons", "We came;\nwe saw;\nwe left;\nand that was all there was to it.\n"],
		[
			"prose with code",
			"Please fix this:\n\nfunction f() {\n  return 1;\n}\n\nIt does not give what I want it to give.\n",
		],
		["a fenced program", "```js\nconst a = 1;\nconst b = 2;\nf(a, b);\n```\n"],
		["a placeholder", "{name}"],
		["a footnote", "[1] Smith et al."],
		["a list in brackets that goes on", '["a", "b"] and so on, and so "forth"'],
		["a question about SQL", "Select the best answer from the list.\nWhere do you live?\nOrder by phone.\n"],
		[
			"a page with a style sheet",
			"<html>\n<style>\na {\n  color: red;\n}\nb {\n  color: blue;\n}\n</style>\n</html>",
		],
		["headings with names", "## Tools {#tools}\n\n### Go {#go}\n\n### Cgo {#cgo}\n"],
		[
			"bold words before a colon",
			"---\nname: x\nabout: y\n---\n\n**Please read**: If you do, all is well.\n",
		],
		["numbers", "12"],
		["nothing", " \n"],
	])("%s is none", (_, text) => {
		expect(readData(text)).toBeNull();
	});
});

describe("regions", () => {
	test.each([
		["JSON between paragraphs", 'See:\n\n{\n  "a": "b"\n}\n\nDone.', true],
		["JSON Lines", '{"a": "b"}\n{"a": "c"}\n\n# Notes', true],
		["two lines of a log", "10:00:01 INFO a\n10:00:02 INFO b", true],
		["one line with timestamp and level", "We saw:\n2024-05-01 10:00:00 ERROR it broke\nWhy?", true],
		["levels", "WARN a\nERROR b\nINFO c", true],
		["what npm kept", "0 verbose cli /usr/bin/node\n1 info using npm@10\n2 error code E404", true],
		["what npm says", "npm error code E404\nnpm error 404 Not Found\nnpm warn old it is", true],
		[
			"what compilers say",
			"a/b.ts(1,2): error TS2304: No name.\nx.c:3:4: warning: unused\nx.c:5: note: here",
			true,
		],
		["numbers and words", "1 error is enough\nnpm is used\n3 more of it", false],
		["a link definition", "[a]: https://b.c\n[1] Smith", false],
		["a list of checks", "[ ] one\n[x] two", false],
		["a schedule", "10:00 Opening\n11:00 Lunch\n", false],
		["a word in capitals", "ERROR messages matter\nThey help.", false],
		["a rule", "--- \n+++\ntext", false],
		["prose at a place", "We met\n  at home (see below) and\n  at work\n", false],
	])("%s", (_, text, found) => {
		expect(readRegions(text, outer).blocks.length + readRegions(text, outer).segments.length > 0).toBe(found);
	});

	test("code of the text around is left alone", () => {
		const text = '{"a": "b"}';
		const code = { segments: [{ start: 0, end: 10, kind: "code", role: "inside" } as const], blocks: [] };
		expect(readRegions(text, code)).toBe(code);
	});
});
