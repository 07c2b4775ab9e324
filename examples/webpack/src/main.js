import { createCompressor } from "promptsieve";

const compressor = createCompressor();
const [form, prompt, counts, compressed] = ["form", "prompt", "counts", "compressed"].map((id) =>
	document.getElementById(id),
);

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	counts.textContent = "…";
	try {
		const { sourceTokens, keptTokens, text } = await compressor.compress(prompt.value, { rate: 0.5 });
		counts.textContent = `${sourceTokens} → ${keptTokens} tokens`;
		compressed.textContent = text;
	} catch (error) {
		counts.textContent = error.message;
	}
});
