import { describe, expect, test } from "vitest";
import { codeLines } from "./code-lines.ts";
import { readProgram } from "./program.ts";
import { isRunningText } from "./running-text.ts";

const sentence = "the person who wrote this said that it was quite all right for them to wait";
const lines = (line: (at: number) => string) => [0, 1, 2, 3].map(line).join("\n");

describe("lines that look like code but say sentences, or are records", () => {
	test.each([
		["a contract's list", lines((at) => `${at + 1}. ${sentence};`)],
		["bullets that end with a semicolon", lines(() => `- ${sentence};`)],
		["lines that end with a semicolon", lines(() => `${sentence};`)],
		["JSON Lines", lines((at) => JSON.stringify({ id: at, text: "short" }))],
		["JSON Lines of long texts", lines((at) => JSON.stringify({ id: at, text: sentence }))],
		["server-sent events", lines((at) => `data: ${JSON.stringify({ at, text: sentence })}`)],
		["a log", lines((at) => `2026-11-02T10:00:0${at}Z INFO svc done {"id":${at}}`)],
		["conditions of a template", lines((at) => `{% if x${at} %}${sentence}{% endif %}`)],
	])("%s", (_, text) => {
		expect(isRunningText(codeLines(text, false))).toBe(true);
		expect(readProgram(text)).toBeNull();
	});
});

describe("programs", () => {
	test.each([
		[
			"with a long comment",
			`/*\n${lines(() => ` * ${sentence}`)}\n */\nexport function f() {\n\treturn 1;\n}`,
		],
		["with a message", `if (!x) {\n\tthrow new Error("${sentence}");\n}\nrun();`],
		["of SQL in lower case", "select a from b where c is not null and d is null order by e;"],
	])("%s", (_, text) => expect(readProgram(text)).not.toBeNull());
});
