import type { CompressResult } from "promptsieve";
import { useState } from "react";
import "promptsieve/element/define";
import type {} from "promptsieve/element/react";

export function Composer() {
	const [text, setText] = useState("");
	const [result, setResult] = useState<CompressResult>();
	return (
		<>
			<p>
				<label htmlFor="prompt">Prompt</label>
				<br />
				<textarea
					id="prompt"
					rows={8}
					cols={80}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
			</p>
			<prompt-sieve for="prompt" rate={0.5} onsieve-result={({ detail }) => setResult(detail.result)} />
			<p>
				<output id="counts">{result && `${result.sourceTokens} → ${result.keptTokens} tokens`}</output>
			</p>
			<pre id="compressed">{result?.text}</pre>
		</>
	);
}
