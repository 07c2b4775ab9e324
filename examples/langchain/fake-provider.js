// In place of an LLM's server: calls the tool first, then answers with what it was sent.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

const callOfTool = {
	role: "assistant",
	content: null,
	tool_calls: [{ id: "call", type: "function", function: { name: "read_report", arguments: "{}" } }],
};

async function answer(request, response) {
	const { model, messages } = await json(request);
	const text = messages.map(({ role, content }) => `${role}: ${content}`).join("\n");
	const message = messages.length === 1 ? callOfTool : { role: "assistant", content: `I was sent:\n${text}` };
	response.writeHead(200, { "Content-Type": "application/json" });
	response.end(
		JSON.stringify({ id: randomUUID(), object: "chat.completion", model, choices: [{ index: 0, message }] }),
	);
}

export async function startFakeProvider() {
	const server = createServer(answer);
	await new Promise((resolve) => server.listen(0, "localhost", resolve));
	return { baseURL: `http://localhost:${server.address().port}/v1`, close: () => server.close() };
}
