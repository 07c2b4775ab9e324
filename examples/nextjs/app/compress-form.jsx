"use client";

import { createCompressor } from "promptsieve";
import { useState } from "react";

// Touches nothing until its first use, so the server may run this too.
const compressor = createCompressor();

const sample = `Good morning everyone, and thanks for joining on such short notice. As most of you have probably
heard by now, the payment service was down for about forty minutes last night, between 02:10 and
02:50 UTC. Please do NOT restart the workers by hand before the fix in release 4.2.1 is deployed,
because otherwise we would lose the messages that are still waiting in the queue.`;

export function CompressForm() {
	const [prompt, setPrompt] = useState(sample);
	const [counts, setCounts] = useState("");
	const [compressed, setCompressed] = useState("");

	async function compress(event) {
		event.preventDefault();
		setCounts("…");
		try {
			const { sourceTokens, keptTokens, text } = await compressor.compress(prompt, { rate: 0.5 });
			setCounts(`${sourceTokens} → ${keptTokens} tokens`);
			setCompressed(text);
		} catch (error) {
			setCounts(error.message);
		}
	}

	return (
		<>
			<form onSubmit={compress}>
				<p>
					<label htmlFor="prompt">Prompt</label>
					<br />
					<textarea
						id="prompt"
						rows={8}
						cols={80}
						value={prompt}
						onChange={(event) => setPrompt(event.target.value)}
					/>
				</p>
				<button type="submit">Compress</button>
			</form>
			<p>
				<output id="counts">{counts}</output>
			</p>
			<pre id="compressed">{compressed}</pre>
		</>
	);
}
