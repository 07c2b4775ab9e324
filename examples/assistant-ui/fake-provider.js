// In place of your server and its LLM: answers with what it was sent.
import { json } from "node:stream/consumers";

async function answer(request, response) {
	const { messages } = await json(request);
	const text = messages
		.map(({ role, content }) => `${role}: ${content.map((part) => part.text ?? "").join("")}`)
		.join("\n");
	response.writeHead(200, { "Content-Type": "application/json" });
	response.end(JSON.stringify({ text: `I was sent:\n${text}` }));
}

/** @returns {import("vite").Plugin} */
export function fakeProvider() {
	const use = ({ middlewares }) => void middlewares.use("/api/chat", answer);
	return { name: "fake-provider", configureServer: use, configurePreviewServer: use };
}
