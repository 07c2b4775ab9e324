// One chat in every shape that is understood, with everything that has to pass through, and where its texts lie
// that become shorter.
import { aiSdkHistories } from "./histories-ai-sdk.fixture.ts";
import { openaiHistories } from "./histories-openai.fixture.ts";
import type { TextPath } from "./text-place.ts";
import { words } from "./thinning.fixture.ts";

export interface History {
	readonly messages: readonly object[];
	/** What becomes shorter by default, in order. */
	readonly changed: readonly TextPath[];
	/** The same with `stable: true`. */
	readonly changedIfStable: readonly TextPath[];
}

const report = { status: "ok", count: 3, report: words("report") };

export const histories: Readonly<Record<string, History>> = {
	...openaiHistories,
	...aiSdkHistories,
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
