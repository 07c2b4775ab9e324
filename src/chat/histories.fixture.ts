// One chat in every shape that is understood, with everything that has to pass through, and where its texts lie
// that become shorter.
import type { TextPath } from "./text-place.ts";
import { words } from "./thinning.fixture.ts";

interface History {
	readonly messages: readonly object[];
	/** What becomes shorter by default, in order. */
	readonly changed: readonly TextPath[];
	/** The same with `stable: true`. */
	readonly changedIfStable: readonly TextPath[];
}

const report = { status: "ok", count: 3, report: words("report") };

export const histories: Readonly<Record<string, History>> = {
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
	"AI SDK ModelMessage": {
		messages: [
			{ role: "system", content: words("system") },
			{ role: "user", content: words("question") },
			{
				role: "assistant",
				content: [
					{ type: "reasoning", text: words("thought") },
					{ type: "text", text: words("plan") },
					{
						type: "text",
						text: words("signed"),
						providerOptions: { google: { thoughtSignature: "c2lnbmVk" } },
					},
					{ type: "tool-call", toolCallId: "1", toolName: "f", input: { q: words("argument") } },
					{
						type: "tool-result",
						toolCallId: "0",
						toolName: "web_search",
						output: { type: "json", value: [{ encryptedContent: words("encrypted") }] },
					},
					{ type: "file", data: new Uint8Array([1, 2]), mediaType: "image/png" },
				],
			},
			{
				role: "tool",
				content: [
					{
						type: "tool-result",
						toolCallId: "1",
						toolName: "f",
						output: { type: "text", value: words("result") },
					},
					{
						type: "tool-result",
						toolCallId: "2",
						toolName: "f",
						output: { type: "error-text", value: words("error") },
					},
					{
						type: "tool-result",
						toolCallId: "3",
						toolName: "f",
						output: {
							type: "content",
							value: [
								{ type: "text", text: words("part") },
								{ type: "image-data", data: "AAAA", mediaType: "image/png" },
							],
						},
					},
					{ type: "tool-result", toolCallId: "4", toolName: "f", output: { type: "execution-denied" } },
					{ type: "tool-approval-response", approvalId: "a", approved: true, reason: words("reason") },
				],
			},
			{ role: "assistant", content: words("answer") },
			{ role: "user", content: [{ type: "text", text: words("last") }] },
		],
		changed: [
			[1, "content"],
			[2, "content", 1, "text"],
			[3, "content", 0, "output", "value"],
			[3, "content", 2, "output", "value", 0, "text"],
			[4, "content"],
		],
		changedIfStable: [
			[2, "content", 1, "text"],
			[3, "content", 0, "output", "value"],
			[3, "content", 2, "output", "value", 0, "text"],
			[4, "content"],
		],
	},
	"AI SDK UIMessage": {
		messages: [
			{
				id: "1",
				role: "user",
				parts: [
					{ type: "text", text: words("question") },
					{ type: "file", mediaType: "image/png", url: "data:image/png;base64,AAAA" },
				],
			},
			{
				id: "2",
				role: "assistant",
				metadata: { model: "m" },
				parts: [
					{ type: "step-start" },
					{ type: "reasoning", text: words("thought") },
					{
						type: "tool-search",
						toolCallId: "1",
						state: "output-available",
						input: { q: words("argument") },
						output: words("result"),
					},
					{
						type: "dynamic-tool",
						toolName: "g",
						toolCallId: "2",
						state: "output-error",
						input: {},
						errorText: words("error"),
					},
					{
						type: "tool-web",
						toolCallId: "3",
						state: "output-available",
						providerExecuted: true,
						input: {},
						output: words("encrypted"),
					},
					{ type: "data-weather", data: { text: words("data") } },
					{ type: "text", text: words("answer"), state: "done" },
				],
			},
			{ id: "3", role: "user", parts: [{ type: "text", text: words("last") }] },
		],
		changed: [
			[0, "parts", 0, "text"],
			[1, "parts", 2, "output"],
			[1, "parts", 6, "text"],
		],
		changedIfStable: [
			[1, "parts", 2, "output"],
			[1, "parts", 6, "text"],
		],
	},
	Anthropic: {
		messages: [
			{
				role: "user",
				content: [{ type: "text", text: words("question"), cache_control: { type: "ephemeral" } }],
			},
			{
				role: "assistant",
				content: [
					{ type: "thinking", thinking: words("thought"), signature: "c2lnbmVk" },
					{ type: "tool_use", id: "0", name: "f", input: { q: words("argument") } },
				],
			},
			{
				role: "user",
				content: [
					{ type: "tool_result", tool_use_id: "0", content: words("result") },
					{ type: "tool_result", tool_use_id: "00", is_error: true, content: words("error") },
				],
			},
			{ role: "assistant", content: words("answer") },
			{ role: "user", content: words("last") },
			{ role: "assistant", content: [{ type: "tool_use", id: "1", name: "f", input: report }] },
			{
				role: "user",
				content: [
					{ type: "tool_result", tool_use_id: "1", content: [{ type: "text", text: words("newest") }] },
				],
			},
		],
		changed: [
			[0, "content", 0, "text"],
			[2, "content", 0, "content"],
			[3, "content"],
			[6, "content", 0, "content", 0, "text"],
		],
		changedIfStable: [
			[2, "content", 0, "content"],
			[3, "content"],
			[6, "content", 0, "content", 0, "text"],
		],
	},
};
