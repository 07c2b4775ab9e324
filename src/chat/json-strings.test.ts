import { expect, it } from "vitest";
import { jsonStrings } from "./json-strings.ts";

it.each([
	['{"a": "{\\"b\\": 1}"}', ['"{\\"b\\": 1}"']],
	['["\\n [1]", "[no JSON]", "{", "text", 1]', ['"\\n [1]"']],
	['{"a \\" b": "x", "c": "\\\\"}', []],
	["[]", []],
])("of %j are %j", (json, strings) => {
	expect(jsonStrings(json).map(([start, end]) => json.slice(start, end))).toEqual(strings);
});
