import { describe, expect, test } from "vitest";
import { readData } from "../format.ts";
import { compressed } from "../structure.fixture.ts";
import { readProgram } from "./program.ts";
import { programs } from "./programs.fixture.ts";

describe("source code as the whole text", () => {
	test.each(Object.entries(programs))("%s is code, which stays", (_, text) => {
		const comments = readProgram(text)?.comments;
		expect(comments).toBeDefined();
		expect(readData(text)).not.toBeNull();
		const least = compressed(text, [0])[0] ?? "";
		let from = 0;
		let code = "";
		for (const { start, end } of comments ?? []) {
			code += text.slice(from, start);
			from = end;
		}
		const lines = (source: string) =>
			source
				.split("\n")
				.map((line) => line.trimEnd())
				.filter(Boolean);
		expect(lines(least)).toEqual(expect.arrayContaining(lines(code + text.slice(from))));
	});

	test.each([
		"Select the best from all of these and send it.",
		"Update the users, then set the name to what they want.",
		"From the start we knew it.\nAdd what is needed to the list.\nRun it once more.",
		"Agenda:\n\tfirst thing to do\n\tsecond thing to do\nNotes:\n\tnone so far",
		"# Title\n\n- one (1)\n- two (2)\n- three = 3\n\nAnd so on, as it was said before by us.",
		"Dear Ann,\n\nimport duties are due (see below).\nWith best wishes;\nBen",
		"Import the bees from the other garden.\nThen rest.",
		"Function first (see below), form second.",
		"# Title\n\nclass begins at ten:",
		"SELECT your seat (1 or 2) please.",
		"name: value\nother: value\nthird: value",
	])("%j is none", (text) => {
		expect(readProgram(text)).toBeNull();
	});

	test.each([
		"<script\n",
		"/*\n",
		"<<A\n",
		"=begin\n=end\n",
		"SELECT a\nFROM b\n\n\n\n",
		"\n  def f(:\n",
		"a.b:c = ( ",
		'"""',
		"--[[ '",
	])("hostile %j many times is read", (piece) => {
		const found = readProgram(piece.repeat(40_000));
		expect(found === null || Array.isArray(found.comments)).toBe(true);
	});
});

test("private fields open no comments: those of the language are told", () => {
	const text =
		"// What is kept.\nexport class Cache {\n\t#bytes = 0;\n\t#limit: number;\n\n\tget() {\n\t\treturn this.#bytes;\n\t}\n}\n";
	expect(readProgram(text)?.comments).toHaveLength(1);
});
