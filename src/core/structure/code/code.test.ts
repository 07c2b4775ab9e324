import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readData } from "../format.ts";
import { compressed, probabilitiesArbitrary } from "../structure.fixture.ts";
import { findComments, type Syntax } from "./comments.ts";

vi.setConfig({ testTimeout: 60_000 });

const typescript = `// Places this file in the flow of the program, as they all do.
// It's the second line.
import { x } from "../x.ts"; // the "x" of all things

/**
 * Adds two numbers, which are larger than one.
 *
 * @param a - the first number, which is the larger one
 * @returns the sum of them
 */
export function add(a: number, b: number): number {
	// eslint-disable-next-line no-console
	const url = "http://a.b/c // no comment"; /* it stays */ call();
	const re = /[/"]//x/g;
	const t = \`a // \${b}\`;

		/* odd place for
		   a long comment */
	return a + b; // sum of both
}
`;
const python = `#!/usr/bin/env python3
"""Reads the file and writes something to it.

More about the module is here.
"""
import os  # the operating system of the machine


class Reader:
    # Holds the lines that were read so far
    def read(self, path):
        """Reads one file from the path that is given."""
        x = "# no comment here"
        if os.path.exists(path):
            # all there is to read
            return None

    # back out here
        return x
`;

/** The lines of code that are left when all comments go. */
function codeOf(text: string, syntax: Syntax): string[] {
	let code = "";
	let from = 0;
	for (const { start, end, kind } of findComments(text, syntax) ?? []) {
		const stays = /^(?:#!|\/\/ eslint|\/\* it stays)/.test(text.slice(start, end));
		code += text.slice(from, stays ? end : start) + (kind === "doc" ? '""""""' : "");
		from = end;
	}
	return (code + text.slice(from))
		.split("\n")
		.map((line) => line.trimEnd())
		.filter((line) => line !== "");
}

describe("programs", () => {
	test.each([
		["braces", typescript],
		["python", python],
	] as const)("%s: the code stays line by line, with its depth", (syntax, text) => {
		const code = codeOf(text, syntax);
		fc.assert(
			fc.property(probabilitiesArbitrary, (probabilities) => {
				for (const result of compressed(text, probabilities)) expect(codeOf(result, syntax)).toEqual(code);
			}),
			{ numRuns: 60 },
		);
	});

	test("comments go first, whole ones with their marks", () => {
		expect(compressed(typescript, [0])[0]).toBe(codeOf(typescript, "braces").join("\n"));
	});
});

describe("what goes leaves lines as they are", () => {
	test.each([
		[
			"below a docstring without words",
			'"""About it all\n\nand more."""\n\n# so it is\n\nimport os\n\nx = os.a()\ny = f(x)\n',
			'"""\n"""\nimport os\n\nx = os.a()\ny = f(x)',
		],
		[
			"where brackets in two comments do not close",
			"f(a);\n// one (of\nf(b);\n// so) it is\nf(c);\nf(d);",
			"f(a);\nf(b);\nf(c);\nf(d);",
		],
		[
			"with carriage returns",
			"f(a);\r\n/**\r\n * One of it\r\n * or two\r\n */\r\nf(b);\r\n#\r\nf(c);\r\n// so\r\nf(d);",
			"f(a);\r\nf(b);\r\n#\r\nf(c);\r\nf(d);",
		],
	])("%s", (_, text, code) => {
		expect(readData(text)).not.toBeNull();
		expect(compressed(text, [0])[0]).toBe(code);
	});
});

describe("findComments", () => {
	test.each<[Syntax, string, string[]]>([
		["braces", 'a("//"); // b', ["// b"]],
		["braces", "x = '\\''; // b", ["// b"]],
		["braces", "a /b/ c; x = /[/]\\/*/; // d", ["// d"]],
		["braces", "fn f<'a>(x: &'a str) {} // b", ["// b"]],
		["braces", 'p = @"C:\\"; // b', ["// b"]],
		["python", "x = '#' # b", ["# b"]],
		["python", "x = '''\n# a\n''' # b", ["# b"]],
		["shell", "echo $# \\# '# a\n#' # b", ["# b"]],
		["sql", "SELECT '--' -- b", ["-- b"]],
	])("%s: %s", (syntax, text, comments) => {
		expect(findComments(text, syntax)?.map(({ start, end }) => text.slice(start, end))).toEqual(comments);
	});

	test("a comment that never ends is no program", () => {
		expect(findComments("a; /* b", "braces")).toBeNull();
	});

	test.each<[Syntax, string]>([
		["python", '"""'],
		["python", '\\"'],
		["braces", "=/["],
		["braces", "/*a*/"],
	])("hostile %s of many %s on one line is read", (syntax, piece) => {
		const found = findComments(piece.repeat(200_000), syntax);
		expect(found === null || found.length === 0 || piece.startsWith("/*")).toBe(true);
	});
});
