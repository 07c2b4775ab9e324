// The texts: English passages of the training corpus in file order (meetings, documents, code, logs), since every
// published model reads English. No passage is used twice, so that no engine has seen a part of it before.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

const corpus = new URL("../../training/corpus/train.jsonl.gz", import.meta.url);

/** @returns {(tokens: number) => string} the next text, of that many LLM tokens within a few */
export function openTexts() {
	const passages = gunzipSync(readFileSync(corpus))
		.toString("utf8")
		.trim()
		.split("\n")
		.map((line) => /** @type {{ lang: string, text: string }} */ (JSON.parse(line)))
		.filter(({ lang }) => lang === "en");
	let next = 0;
	return (tokens) => {
		const chosen = [];
		let missing = tokens;
		while (missing > 0) {
			const passage = passages[next++];
			if (!passage) throw new Error("The corpus has no more English passages.");
			chosen.push(cut(passage.text, missing));
			missing -= countTokens(passage.text);
		}
		return chosen.join("\n\n");
	};
}

/** The beginning of the text with about that many tokens, to the end of a word. @param {string} text @param {number} tokens */
function cut(text, tokens) {
	const share = tokens / countTokens(text);
	if (share >= 1) return text;
	const end = text.indexOf(" ", Math.floor(text.length * share));
	return end === -1 ? text : text.slice(0, end);
}
