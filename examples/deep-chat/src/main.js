import { DeepChat } from "deep-chat";
import { createCompressor } from "promptsieve";
import { requestInterceptor } from "promptsieve/deep-chat";

const counts = document.getElementById("counts");

const chat = new DeepChat();
chat.style.fontFamily = "sans-serif"; // deep-chat fetches its own font from elsewhere
chat.connect = { url: "/api/chat" };
chat.requestBodyLimits = { maxMessages: -1 }; // the whole chat
chat.requestInterceptor = requestInterceptor(createCompressor(), {
	rate: 0.5,
	onCompressed({ sourceTokens, keptTokens }) {
		counts.textContent = `${sourceTokens} → ${keptTokens} tokens`;
	},
	onError(error) {
		counts.textContent = error.message;
	},
});
document.body.append(chat);
