import { describe, expect, test, vi } from "vitest";
import { wordsOf } from "../../analysis.fixture.ts";
import { readData } from "../format.ts";
import { compressed } from "../structure.fixture.ts";

// Long hostile texts take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const settings = [
	[
		"an environment file",
		'# Where it runs, as everybody knows by now\nDB_HOST=localhost\nexport DB_PORT=5432\nDEBUG=\nGREETING="Hello to all of you who read this today"\n',
	],
	[
		"INI",
		"[server]\nhost = localhost\nport = 80\n\n; what it is for, in a few words of ours\n[about the site]\nShort name=web\ntext = This is the site of the people who like the sea\n",
	],
	[
		"TOML",
		'[project]\nname = "x"\nversion = "1.2.3"\ndescription = "A small tool that makes all of your prompts shorter"\nkeywords = [\n  "a",\n  "b",\n]\n\n[[tool.list]]\nok = true\n"a b".c = { d = 1 }\ntext = """\nmany lines\nof it\n"""\n',
	],
	[
		"Java properties",
		"! Messages\napp.title=Shop\napp.hello=Hello {0}, you have {1} new messages in the box\napp.error=It couldn''t be found:\\nplease try it once again later\napp.path=C:\\\\temp \\\n  and more\n",
	],
	[
		"a unit of systemd",
		"[Unit]\nDescription=The web server of the shop and its pages\nAfter=network.target\n[Service]\nExecStart=/usr/bin/web --port 80\nRestart=always\n",
	],
	["git's", '[remote "origin"]\n\turl = https://a.b/c.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n'],
	["setup.cfg", "[options]\npackages = find:\ninstall_requires =\n    requests>=2\n    numpy\n"],
] as const;

/** Headings, and keys with what separates them from values. */
const keys = (text: string) => text.match(/^[ \t]*(?:\[.*\]|[^#;!=\n]+=(?=.)|[^#;!=\n]+=(?=\n))/gm);

describe("settings", () => {
	test.each(settings)("%s keep headings, keys and short values", (_, text) => {
		expect(readData(text)).not.toBeNull();
		const short = text.split("\n").filter((line) => /=\s*\S+$/.test(line));
		for (const score of [[0.1], [0.1, 0.9, 0.5, 0.3]]) {
			for (const result of compressed(text, score)) {
				expect(keys(result)).toEqual(keys(text));
				const lines = result.split("\n");
				for (const line of short) expect(lines).toContain(line);
			}
		}
	});

	test("long values and comments get shorter, and no value gets empty", () => {
		const text = settings.flatMap(([, found]) =>
			found.split("\n").filter((line) => /^[\w.]+ ?=/.test(line) && !/(?:\[|"""|\\)$/.test(line)),
		);
		for (const line of text) {
			const least = compressed(`${line}\nlast=x\n`, [0.1])[0] ?? "";
			const value = /^[\w.]+ ?= ?(.*)$/m.exec(line)?.[1] ?? "";
			const found = /^[\w.]+ ?= ?(.*)$/m.exec(least)?.[1] ?? "";
			expect(found === "").toBe(value === "");
		}
		const [, ini] = settings[1];
		expect(compressed(ini, [0.1])[0]).toBe(
			"[server]\nhost = localhost\nport = 80\n[about the site]\nShort name=web\ntext = This is",
		);
	});

	test("placeholders and escapes in long values are whole", () => {
		expect(wordsOf(settings[3][1])).toEqual(
			expect.arrayContaining(["{0}", "{1}", "couldn''t", "found:\\nplease"]),
		);
	});

	test.each([
		["prose with an equals sign", "We say that a = b here.\nAnd then it is so.\n"],
		["one line", "a = b\n"],
		["a heading in brackets", "[Note]\nThis is what we have.\n"],
		["comments alone", "# a\n# b\n"],
		["sentences with equals signs", "Then it = that and we go\nNow they = those and more\n"],
	])("%s is none", (_, text) => {
		expect(readData(text)).toBeNull();
	});

	test.each([
		"a=\n",
		"a=[\n",
		"a='x\n",
		"a = b c d e f\n",
		"a=[",
		'a="',
		"a='''\n",
		"[a]\n",
		"a=\\\n",
		"a b c ",
		"a=b ",
		"[a",
	])("many %j are read", (piece) => {
		expect(wordsOf(piece.repeat(20_000)).length).toBeGreaterThan(0);
	});
});
