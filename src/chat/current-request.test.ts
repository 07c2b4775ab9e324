import { describe, expect, it } from "vitest";
import { currentRequest } from "./current-request.ts";

const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
const result = { type: "tool_result", tool_use_id: "1", content: "found" };
const user = (content: unknown) => ({ role: "user", content });
const ui = (...parts: unknown[]) => ({ role: "user", parts });
const assistant = { role: "assistant", content: "answer" };
const calling = { role: "assistant", content: null, tool_calls: [] };
const tool = { role: "tool", tool_call_id: "1", content: "found" };
const system = { role: "system", content: "Be brief." };

describe("the current request begins at", () => {
	it.each<[string, number, unknown[]]>([
		["the start of an empty chat", 0, []],
		["the start where nobody asks", 0, [system, assistant]],
		["the only user message", 1, [system, user("a")]],
		["the last user message", 2, [user("a"), assistant, user("b")]],
		["the last user message, whatever its tools found", 2, [user("a"), assistant, user("b"), calling, tool]],
		["the last one with text: an empty one after it", 1, [assistant, user("a"), user("")]],
		["the last one with text: white space after it", 1, [assistant, user("a"), assistant, user(" \n")]],
		["the last one with text: an image after it", 1, [assistant, user("a"), assistant, user([image])]],
		[
			"the last one with text: an empty part after it",
			1,
			[assistant, user("a"), user([image, { type: "text", text: "" }])],
		],
		["a message with text and image", 2, [user("a"), assistant, user([image, { type: "text", text: "b" }])]],
		["an item of Responses", 1, [assistant, user([{ type: "input_text", text: "b" }])]],
		["a UI message", 2, [ui({ type: "text", text: "a" }), assistant, ui({ type: "text", text: "b" })]],
		[
			"a UI message with text: a file after it",
			1,
			[assistant, ui({ type: "text", text: "a" }), assistant, ui({ type: "file", url: "data:," })],
		],
		["an image where no user message has text", 1, [assistant, user([image])]],
		["the first of several in a row", 1, [assistant, user("a"), user("b"), user([image])]],
		["an image before the text", 1, [assistant, user([image]), user("b")]],
		["the first of several around an instruction", 1, [assistant, user("a"), system, user("b")]],
		["no instruction", 2, [assistant, system, user("b")]],
		["the last of those that a tool's result parts", 3, [user("a"), calling, tool, user("b")]],
		["none of Anthropic's results", 0, [user("a"), calling, user([result])]],
		["Anthropic's results with words", 2, [user("a"), calling, user([result, { type: "text", text: "b" }])]],
		["no unknown message", 2, [user("a"), { role: "critic", content: "c" }, user("b")]],
		["no item of a call", 2, [user("a"), { type: "function_call", name: "f" }, user("b"), null, 1]],
	])("%s", (_, start, messages) => {
		expect(currentRequest(messages)).toBe(start);
	});
});
