// What OpenAI's API answers, at once and as server-sent events.

type Body = Record<string, unknown>;

/** Each answer has an id of its own: LangGraph takes messages of one id for one message. */
let answers = 0;
const nextId = () => `chatcmpl-${++answers}`;

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

/** The call of the first tool, if the request has tools and no result yet. */
function toolCall({ tools, messages }: Body) {
	const [tool] = Array.isArray(tools) ? tools : [];
	const hasResult = Array.isArray(messages) && messages.some(({ role }) => role === "tool");
	if (tool === undefined || hasResult) return undefined;
	return {
		id: "call_1",
		type: "function",
		function: { name: tool.function.name, arguments: '{"query":"shelf"}' },
	};
}

export function chatAnswer(body: Body) {
	const call = toolCall(body);
	return {
		id: nextId(),
		object: "chat.completion",
		created: 1,
		model: "fake",
		choices: [
			{
				index: 0,
				finish_reason: call ? "tool_calls" : "stop",
				message: call
					? { role: "assistant", content: null, tool_calls: [call] }
					: { role: "assistant", content: "Done." },
			},
		],
		usage,
	};
}

export function chatStream(body: Body): string[] {
	const call = toolCall(body);
	const deltas = call
		? [{ role: "assistant", tool_calls: [{ index: 0, ...call }] }]
		: [{ role: "assistant", content: "Do" }, { content: "ne." }];
	const id = nextId();
	const chunk = (choice: object) => ({
		id,
		object: "chat.completion.chunk",
		created: 1,
		model: "fake",
		choices: [{ index: 0, ...choice }],
	});
	const chunks = [
		...deltas.map((delta) => chunk({ delta, finish_reason: null })),
		chunk({ delta: {}, finish_reason: call ? "tool_calls" : "stop" }),
	];
	return [...chunks.map((data) => `data: ${JSON.stringify(data)}\n\n`), "data: [DONE]\n\n"];
}

export function responsesAnswer() {
	return {
		id: "resp_1",
		object: "response",
		created_at: 1,
		model: "fake",
		status: "completed",
		output: [
			{
				type: "message",
				id: "msg_1",
				role: "assistant",
				status: "completed",
				content: [{ type: "output_text", text: "Done.", annotations: [] }],
			},
		],
		usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
	};
}

export function responsesStream(): string[] {
	const events = [
		{ type: "response.created", response: { ...responsesAnswer(), status: "in_progress", output: [] } },
		{
			type: "response.output_text.delta",
			item_id: "msg_1",
			output_index: 0,
			content_index: 0,
			delta: "Done.",
		},
		{ type: "response.completed", response: responsesAnswer() },
	];
	return events.map(
		(event, at) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: at })}\n\n`,
	);
}
