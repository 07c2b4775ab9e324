// OpenAI's part of histories.fixture.ts.
import type { History } from "./histories.fixture.ts";
import { words } from "./thinning.fixture.ts";

export const openaiHistories: Readonly<Record<string, History>> = {
	"Chat Completions": {
		messages: [
			{ role: "system", content: words("system") },
			{ role: "developer", content: [{ type: "text", text: words("developer") }] },
			{
				role: "user",
				name: "Ada",
				content: [
					{ type: "text", text: words("question") },
					{ type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
					{ type: "input_audio", input_audio: { data: "AAAA", format: "wav" } },
					{ type: "file", file: { file_id: "file-1" } },
				],
			},
			{
				role: "assistant",
				content: words("plan"),
				tool_calls: [
					{ id: "1", type: "function", function: { name: "f", arguments: `{"q":"${words("argument")}"}` } },
				],
			},
			{ role: "tool", tool_call_id: "1", content: words("result") },
			{
				role: "assistant",
				content: [
					{ type: "text", text: words("answer") },
					{ type: "refusal", refusal: words("refusal") },
				],
			},
			{ role: "assistant", content: null, audio: { id: "audio-1" } },
			{ role: "assistant", content: words("cited"), annotations: [{ type: "url_citation", start_index: 3 }] },
			{ role: "user", content: words("last") },
			{ role: "assistant", content: words("step"), tool_calls: [] },
			{ role: "tool", tool_call_id: "2", content: [{ type: "text", text: words("newest") }] },
		],
		changed: [
			[2, "content", 0, "text"],
			[3, "content"],
			[4, "content"],
			[5, "content", 0, "text"],
			[10, "content", 0, "text"],
		],
		changedIfStable: [
			[3, "content"],
			[4, "content"],
			[5, "content", 0, "text"],
			[9, "content"],
			[10, "content", 0, "text"],
		],
	},
	Responses: {
		messages: [
			{ role: "developer", content: words("developer") },
			{
				type: "message",
				role: "user",
				content: [
					{ type: "input_text", text: words("question") },
					{ type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "auto" },
					{ type: "input_file", file_id: "file-1" },
				],
			},
			{ type: "reasoning", id: "r1", summary: [{ type: "summary_text", text: words("thought") }] },
			{ type: "function_call", call_id: "1", name: "f", arguments: `{"q":"${words("argument")}"}` },
			{ type: "function_call_output", call_id: "1", output: words("result") },
			{
				type: "message",
				id: "m1",
				role: "assistant",
				status: "completed",
				content: [
					{ type: "output_text", text: words("answer"), annotations: [] },
					{
						type: "output_text",
						text: words("cited"),
						annotations: [{ type: "url_citation", start_index: 3 }],
					},
					{ type: "refusal", refusal: words("refusal") },
				],
			},
			{ type: "item_reference", id: "m0" },
			{ role: "user", content: words("last") },
			{ type: "custom_tool_call", call_id: "2", name: "g", input: words("input") },
			{
				type: "custom_tool_call_output",
				call_id: "2",
				output: [
					{ type: "input_text", text: words("newest") },
					{ type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "auto" },
				],
			},
		],
		changed: [
			[1, "content", 0, "text"],
			[4, "output"],
			[5, "content", 0, "text"],
			[9, "output", 0, "text"],
		],
		changedIfStable: [
			[4, "output"],
			[5, "content", 0, "text"],
			[9, "output", 0, "text"],
		],
	},
};
