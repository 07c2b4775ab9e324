import { describe, expect, test } from "vitest";
import { wordsOf } from "../analysis.fixture.ts";
import { compressed } from "./structure.fixture.ts";

const reason = '{"intent": "refund", "urgent": true, "reason": "does not want to wait any longer"}';

describe("JSON inside a line", () => {
	test.each([
		[
			"behind a label",
			`Input: I want my money back now.\nOutput: ${reason}\n\nInput: And where is it?\nOutput: `,
		],
		["in a sentence", `If the answer is ${reason} then you go on with it.`],
		["in a list", `- Output: ${reason}\n- Reason: none of us knows it yet\n`],
		["behind an equals sign", `The call was const a = ${reason}, which is what we want.`],
		[
			"over several lines",
			`Output: ${JSON.stringify(JSON.parse(reason), null, 2)}\nThat is all that we have.`,
		],
		["in braces of a template", `Answer with {${reason}} and nothing else but that.`],
		["in parentheses", `The result (${reason}) was what we had hoped for.`],
	])("%s stays JSON", (_, text) => {
		for (const score of [[0], [0.1, 0.9, 0.5], [0.8, 0.2, 0.4, 0.6, 0.3]]) {
			for (const result of compressed(text, score)) {
				const found = /\{\s*"[\s\S]*"\s*\}/.exec(result)?.[0] ?? "";
				expect(JSON.parse(found)).toMatchObject({ intent: "refund", urgent: true });
			}
		}
	});

	test("two of them on one line", () => {
		const text = 'From {"a": 1, "b": [2, 3]} we went on to [{"a": "x"}, {"a": "y"}] in the end.';
		for (const result of compressed(text, [0.1, 0.9, 0.5])) {
			expect(result).toContain('{"a": 1, "b": [2, 3]}');
			expect(result).toContain('[{"a": "x"}, {"a": "y"}]');
		}
	});

	test.each([
		['A ["name"](https://a.b/c) is a link'],
		["A {name} or [a note] is none"],
		['He said {"so"} to us'],
		['See ["one"] of it'],
	])("%s is prose", (text) => {
		expect(compressed(text, [0.1, 0.9, 0.5])[0]?.length).toBeLessThan(text.length);
	});

	test.each(['x {"a": ', 'x {"a": 1} ', 'x: ["', "x {  ", 'x [{"\n', 'a {"b": {"c": 1}\n'])(
		"many %j are read",
		(piece) => {
			expect(wordsOf(piece.repeat(50_000)).length).toBeGreaterThan(0);
		},
	);
});
