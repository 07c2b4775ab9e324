// In place of your server and its LLM: answers with what it was sent.
import { json } from "node:stream/consumers";
import { createUIMessageStream, pipeUIMessageStreamToResponse } from "ai";

async function answer(request, response) {
	const { messages } = await json(request);
	const text = messages
		.map(({ role, parts }) => `${role}: ${parts.map((part) => part.text ?? "").join("")}`)
		.join("\n");
	const stream = createUIMessageStream({
		execute({ writer }) {
			writer.write({ type: "text-start", id: "text" });
			writer.write({ type: "text-delta", id: "text", delta: `I was sent:\n${text}` });
			writer.write({ type: "text-end", id: "text" });
		},
	});
	await pipeUIMessageStreamToResponse({ response, stream });
}

/** @returns {import("vite").Plugin} */
export function fakeProvider() {
	const use = ({ middlewares }) => void middlewares.use("/api/chat", answer);
	return { name: "fake-provider", configureServer: use, configurePreviewServer: use };
}
