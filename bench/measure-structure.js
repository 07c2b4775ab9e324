// Rows: what recognising the structure of a long text costs, beside scoring plain prose of that length.
import { readFileSync } from "node:fs";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

const tokens = 30_000;
const inputs = new URL("../e2e/inputs/", import.meta.url);

/**
 * @param {import("./browser-page.js").BenchPage} page
 * @returns {Promise<import("./table.js").Row[]>}
 */
export async function measureStructure(page) {
	await page.call("openTimedWorker");
	const document = read("incident.md");
	const prose = await page.call("scoreTimed", repeated(plain(document), "\n\n"));
	const texts = {
		Markdown: repeated(document, "\n\n"),
		JSON: `[${repeated(read("search-results.json"), ",\n")}]`,
	};
	/** @type {import("./table.js").Row[]} */
	const rows = [];
	for (const [kind, text] of Object.entries(texts)) {
		const { totalMs, modelMs } = await page.call("scoreTimed", text);
		const more = totalMs - modelMs - (prose.totalMs - prose.modelMs);
		rows.push({
			name: `${kind}: JavaScript beyond that for prose, share of scoring the prose`,
			value: (100 * more) / prose.totalMs,
			unit: "%",
			goal: 5,
			note: `${more.toFixed(0)} ms more, ${tokens} LLM tokens`,
		});
	}
	return rows;
}

/** @param {string} name */
function read(name) {
	return readFileSync(new URL(name, inputs), "utf8");
}

/**
 * Copies of the text, numbered so that no two windows are the same, until there are enough tokens.
 *
 * @param {string} text
 * @param {string} separator
 */
function repeated(text, separator) {
	const copies = Math.ceil(tokens / countTokens(text));
	return Array.from({ length: copies }, (_, at) => text.replaceAll("2026", String(3000 + at))).join(
		separator,
	);
}

/**
 * The document's words in paragraphs without a mark of Markdown.
 *
 * @param {string} markdown
 */
function plain(markdown) {
	return markdown.replace(/[#*`>|[\]()~^_-]+/g, " ").replace(/[^\S\n]+/g, " ");
}
