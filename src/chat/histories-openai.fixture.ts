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
			{
				type: "shell_call_output",
				call_id: "3",
				max_output_length: 4096,
				output: [
					{ stdout: words("listing"), stderr: words("complaint"), outcome: { type: "exit", exit_code: 0 } },
					{ stdout: "", stderr: "", outcome: { type: "timeout" } },
				],
			},
			{ type: "mcp_call", id: "4", name: "f", arguments: `{"q":"${words("a")}"}`, output: words("mcp") },
			{ type: "mcp_call", id: "5", name: "f", arguments: "{}", output: words("half"), error: words("error") },
			{ type: "mcp_call", id: "6", name: "f", arguments: "{}", output: null, error: null },
			{
				type: "code_interpreter_call",
				id: "7",
				code: words("code"),
				container_id: "c",
				status: "completed",
				outputs: [
					{ type: "logs", logs: words("logs") },
					{ type: "image", url: "https://a.example/i.png" },
				],
			},
			{ type: "code_interpreter_call", id: "8", code: null, outputs: null, status: "completed" },
			{ type: "apply_patch_call_output", call_id: "9", status: "completed", output: words("patched") },
			{ type: "apply_patch_call_output", call_id: "10", status: "failed", output: words("failed") },
			{ type: "local_shell_call_output", id: "11", output: words("local") },
			{ type: "file_search_call", id: "12", queries: ["q"], results: [{ file_id: "f", text: words("hit") }] },
			{
				type: "web_search_call",
				id: "13",
				status: "completed",
				action: { type: "search", query: words("q") },
			},
			{ type: "computer_call_output", call_id: "14", output: { type: "computer_screenshot", file_id: "f" } },
			{ type: "program_output", call_id: "15", result: words("signed"), status: "completed" },
			{ type: "a_later_output", output: words("unknown") },
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
			[7, "output", 0, "stdout"],
			[8, "output"],
			[11, "outputs", 0, "logs"],
			[13, "output"],
			[15, "output"],
			[23, "output", 0, "text"],
		],
		changedIfStable: [
			[4, "output"],
			[5, "content", 0, "text"],
			[7, "output", 0, "stdout"],
			[8, "output"],
			[11, "outputs", 0, "logs"],
			[13, "output"],
			[15, "output"],
			[23, "output", 0, "text"],
		],
	},
};
