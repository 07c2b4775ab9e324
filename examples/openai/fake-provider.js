// In place of an LLM's server: answers, in two pieces, with what it was sent.
import { json } from "node:stream/consumers";

async function answer(request, response) {
	const { model, messages } = await json(request);
	const text = messages.map(({ role, content }) => `${role}: ${content}`).join("\n");
	response.writeHead(200, { "Content-Type": "text/event-stream" });
	for (const content of ["I was sent:\n", text]) {
		const choices = [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }];
		response.write(
			`data: ${JSON.stringify({ id: "answer", object: "chat.completion.chunk", model, choices })}\n\n`,
		);
	}
	response.end("data: [DONE]\n\n");
}

/** @returns {import("vite").Plugin} */
export function fakeProvider() {
	const use = ({ middlewares }) => void middlewares.use("/v1/chat/completions", answer);
	return { name: "fake-provider", configureServer: use, configurePreviewServer: use };
}
