import { DefaultChatTransport, readUIMessageStream } from "ai";
import { createCompressor } from "promptsieve";
import { prepareSendMessagesRequest } from "promptsieve/ai-sdk";

const [chat, form, prompt, counts] = ["chat", "form", "prompt", "counts"].map((id) =>
	document.getElementById(id),
);

const compress = prepareSendMessagesRequest(createCompressor(), {
	rate: 0.5,
	onCompressed({ sourceTokens, keptTokens }) {
		counts.textContent = `${sourceTokens} → ${keptTokens} tokens`;
	},
	onError(error) {
		counts.textContent = error.message;
	},
});
// In React: useChat({ transport }).
const transport = new DefaultChatTransport({ api: "/api/chat", prepareSendMessagesRequest: compress });

const messages = [];

function show() {
	const lines = messages.map(({ role, parts }) => {
		const line = document.createElement("pre");
		line.textContent = `${role}: ${parts.map(({ text = "" }) => text).join("")}`;
		return line;
	});
	chat.replaceChildren(...lines);
}

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	const parts = [{ type: "text", text: prompt.value }];
	const question = messages.push({ id: crypto.randomUUID(), role: "user", parts });
	prompt.value = "";
	show();
	const stream = await transport.sendMessages({ chatId: "chat", trigger: "submit-message", messages });
	for await (const answer of readUIMessageStream({ stream })) {
		messages[question] = answer;
		show();
	}
});
