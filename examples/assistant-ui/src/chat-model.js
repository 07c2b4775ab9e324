import { createCompressor } from "promptsieve";
import { compressingChatModel } from "promptsieve/assistant-ui";

const counts = document.getElementById("counts");

/** @type {import("@assistant-ui/react").ChatModelAdapter} */
const chatModel = {
	async run({ messages, abortSignal }) {
		const response = await fetch("/api/chat", {
			method: "POST",
			body: JSON.stringify({ messages: messages.map(({ role, content }) => ({ role, content })) }),
			signal: abortSignal,
		});
		const { text } = await response.json();
		return { content: [{ type: "text", text }] };
	},
};

export const shorterChatModel = compressingChatModel(createCompressor(), chatModel, {
	rate: 0.5,
	onCompressed({ sourceTokens, keptTokens }) {
		counts.textContent = `${sourceTokens} → ${keptTokens} tokens`;
	},
	onError(error) {
		counts.textContent = error.message;
	},
});
