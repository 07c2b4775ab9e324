// React 19 with a textarea that React controls: what the person applies has to reach React's own state.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../../src/element/define.ts";
import type {} from "../../src/element/react.ts";

function Composer() {
	const [text, setText] = useState("");
	const [share, setShare] = useState("");
	return (
		<section>
			<label htmlFor="message">Message</label>
			<textarea id="message" value={text} onChange={(event) => setText(event.target.value)} />
			<prompt-sieve
				for="message"
				rate={0.4}
				assetsUrl="./"
				device="wasm"
				onsieve-result={({ detail }) =>
					setShare(`${detail.result.keptTokens} of ${detail.result.sourceTokens}`)
				}
			/>
			<p>
				State: <output id="state">{text}</output>
			</p>
			<p>
				Tokens: <output id="share">{share}</output>
			</p>
		</section>
	);
}

const place = document.querySelector("#root");
if (place) createRoot(place).render(<Composer />);
