import { describe, expect, test, vi } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { wordsOf } from "../../analysis.fixture.ts";
import { readData } from "../format.ts";
import { compressed } from "../structure.fixture.ts";

// Long hostile texts take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const documents = [
	[
		"a config map",
		'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cfg\ndata:\n  DB_HOST: localhost\n  DB_PORT: "5432"\n  LOG_LEVEL: info\n',
	],
	[
		"variables of a container",
		"services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_USER: app\n      POSTGRES_PASSWORD: secret\n      TZ: UTC\n",
	],
	[
		"paths and codes",
		'openapi: 3.1.0\npaths:\n  /orders/{id}:\n    get:\n      summary: All of the orders that a customer has made so far\n      responses:\n        "200":\n          description: OK\n        404:\n          description: There is no order with this number at all\n',
	],
	[
		"resources",
		"Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub 'stack-x'\n      Tags:\n        - Key: a\n          Value: b\n",
	],
	[
		"intrinsic functions",
		"Outputs:\n  Url:\n    Value:\n      Fn::Join:\n        - ''\n        - - https://\n          - !Ref Host\n",
	],
	["merge keys", "base: &common\n  image: a\n  restart: always\nweb:\n  <<: *common\n  ports: [80]\n"],
	[
		"keys of other scripts",
		"サービス:\n  名前: 値\n  説明: これはとても長い説明の文章であり、短くなるはずです\nимя:\n  größe: 10\n  🚀: x\n",
	],
	["keys with marks", "a:\n  what?: y\n  it's: x\n  R&D: x\n  arr[0]: x\n  50%: x\n  $x: y\n  a:b: c\n"],
	["complex keys", "map:\n  ? a\n  : b\n  ? [c, d]\n  : e\nlist:\n- ? f\n  : g\nmore:\n  h: i\n"],
	[
		"a list of pages",
		"site_name: Guide\nnav:\n  - Home: index.md\n  - 'User guide to all': guide.md\n  - First steps with it: first.md\n  - About:\n    - License: about/license.md\n",
	],
	[
		"values of several lines",
		"about: It begins here and then\n  it goes on in the next line\n\n  and after a blank one\nmore:\n  The value stands below its key since it is long\nlast:\n  'quoted words that are many'\nnested:\n  x: 1\n",
	],
	["a quoted key with escapes", "\"a \\\"b\\\"\": 1\n'it''s so': 2\nc:\n  d: e\n"],
	["a tagged document", "--- !config\na: b\nc: d\n"],
	["a list below a key", 'language: node_js\nnode_js:\n- "0.10"\n- "6"\n'],
	["names and values alone", "name: x\nversion: 1.2.3\nprivate: true\n"],
	["many dashes", "a:\n- - b\n  - c: 1\n    d: 2\n- - e\n"],
] as const;

const prose = [
	["a transcript", "Anna: Shall we go?\nBen: Not now.\nAnna: When then?\nBen: Later, I think.\n"],
	["a short transcript", "anna: hi\nben: hello\ncleo: what is new\n"],
	[
		"a mail's head",
		"From: a@b.c\nTo: d@e.f\nSubject: The plan\nDate: Mon, 3 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\n",
	],
	["a folded head", "Received: from a.b.c\n  by d.e.f with SMTP\nSubject: Lunch\nTo: x\n"],
	[
		"definitions",
		"Rate:\n  How many words are kept, of all that there are.\nBudget:\n  The number of tokens, which must not be exceeded.\n",
	],
	[
		"definitions with levels",
		"Terms:\n  Rate: the share of words that are kept, at most one.\n  Budget: how many tokens there may be, at the most.\n",
	],
	["a list of changes", "- Fixed: crash on start\n- Added: new option for it\n- Removed: the old page\n"],
	["tips", "- Tip: do not run this twice.\n- Note: it takes a while, so wait.\n  - Hint: have a tea.\n"],
	["an agenda", "Agenda\n10:00 Opening: Anna\n11:00 Talk: Ben\n"],
	["pros and cons", "pros:\n- it is fast\n- it is cheap\ncons:\n- hard to read\n- nobody knows it\n"],
	["uneven depth", "a:\n    b: c\n  d: e\nf: g\n"],
	["an address", "Name: Anna Berg\nStreet: Main St 5\nCity: Oslo\n"],
] as const;

describe("YAML by its shape", () => {
	test.each(documents)("%s is YAML, whose keys and types stay", (_, text) => {
		expect(readData(text)).not.toBeNull();
		expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
		const types = (value: unknown) =>
			JSON.stringify(value, (_, inner) => (typeof inner === "string" ? "" : inner));
		for (const result of compressed(text, [0.1, 0.6, 0, 0.9, 0.3])) {
			expect(types(parse(result, { logLevel: "silent" }))).toBe(types(parse(text, { logLevel: "silent" })));
		}
	});

	test.each(prose)("%s is none", (_, text) => {
		expect(readData(text)).toBeNull();
	});

	test.each(["a:\n", "? ", ": ", "- ", "'", '"a" ', "a b ", "a:\n ", "  - a:\n", "é: x\n", "x #"])(
		"many %j are read",
		(piece) => {
			const text = `a:\n  b: c\n${piece.repeat(30_000)}`;
			expect(wordsOf(text).length).toBeGreaterThan(0);
		},
	);

	test("a deep document is read", () => {
		const lines = Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}k:\n`);
		expect(readData(lines.join(""))).not.toBeNull();
	});
});
