import OpenAI from "openai";
import { createCompressor } from "promptsieve";
import { createCompressingFetch } from "promptsieve/openai";

const [chat, form, prompt, counts] = ["chat", "form", "prompt", "counts"].map((id) =>
	document.getElementById(id),
);

const compressingFetch = createCompressingFetch(createCompressor(), {
	rate: 0.5,
	onCompressed({ sourceTokens, keptTokens }) {
		counts.textContent = `${sourceTokens} → ${keptTokens} tokens`;
	},
	onError(error) {
		counts.textContent = error.message;
	},
});
const openai = new OpenAI({
	baseURL: new URL("/v1", location.href).href,
	apiKey: "none",
	dangerouslyAllowBrowser: true, // only with a key that people may see
	fetch: compressingFetch,
});

const messages = [{ role: "system", content: "You answer questions about the text." }];

function show() {
	const lines = messages.map(({ role, content }) => {
		const line = document.createElement("pre");
		line.textContent = `${role}: ${content}`;
		return line;
	});
	chat.replaceChildren(...lines);
}

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	messages.push({ role: "user", content: prompt.value });
	prompt.value = "";
	show();
	const stream = await openai.chat.completions.create({ model: "fake", stream: true, messages });
	const answer = { role: "assistant", content: "" };
	messages.push(answer);
	for await (const { choices } of stream) {
		answer.content += choices[0]?.delta.content ?? "";
		show();
	}
});
