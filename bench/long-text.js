// The long text of the benchmark: development passages of the corpus in file order, all languages
// and kinds mixed (prose, meetings, code, logs), joined by blank lines.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

const corpus = new URL("../training/corpus/dev.jsonl.gz", import.meta.url);

/**
 * @param {number} targetTokens LLM tokens (o200k_base) that the text has at least
 * @returns {{ text: string, tokens: number }}
 */
export function longText(targetTokens) {
	const passages = gunzipSync(readFileSync(corpus))
		.toString("utf8")
		.trim()
		.split("\n")
		.map((line) => /** @type {{ text: string }} */ (JSON.parse(line)).text);
	const chosen = [];
	let tokens = 0;
	for (const passage of passages) {
		if (tokens >= targetTokens) break;
		chosen.push(passage);
		tokens += countTokens(passage);
	}
	if (tokens < targetTokens) throw new Error(`The development passages have only ${tokens} tokens.`);
	const text = chosen.join("\n\n");
	return { text, tokens: countTokens(text) };
}

/**
 * The text with one word in its middle replaced: what a person's small edit is.
 *
 * @param {string} text
 */
export function editMiddle(text) {
	const at = text.indexOf(" ", text.length / 2) + 1;
	const end = text.indexOf(" ", at);
	return `${text.slice(0, at)}changed${text.slice(end)}`;
}
