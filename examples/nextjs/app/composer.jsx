"use client";

import { useState, useSyncExternalStore } from "react";
import "promptsieve/element/define";

const never = () => () => {};

/** False on the server, and while React takes over what it has rendered: it would then set no properties. */
function useIsInBrowser() {
	return useSyncExternalStore(
		never,
		() => true,
		() => false,
	);
}

export function Composer() {
	const [text, setText] = useState("");
	const [saved, setSaved] = useState("");
	const isInBrowser = useIsInBrowser();

	return (
		<>
			<p>
				<label htmlFor="message">Message</label>
				<br />
				<textarea
					id="message"
					rows={8}
					cols={80}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
			</p>
			{isInBrowser && (
				<prompt-sieve
					for="message"
					targetTokens={60}
					onsieve-result={({ detail: { result } }) =>
						setSaved(`${result.sourceTokens} → ${result.keptTokens} tokens`)
					}
				/>
			)}
			<p>
				<output id="saved">{saved}</output>
			</p>
		</>
	);
}
