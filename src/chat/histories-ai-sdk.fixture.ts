// The AI SDK's part of histories.fixture.ts.
import type { History } from "./histories.fixture.ts";
import { words } from "./thinning.fixture.ts";

export const aiSdkHistories: Readonly<Record<string, History>> = {
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
};
