import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const quality = JSON.parse(read("bench/results/quality.json"));
const card = read("public/models/embedded/README.md");

/** The card's row of a ranking without guards, and how the card writes shares. @param {string} name @param {import("./quality-plot.js").Retention} row */
function cardRow(name, row) {
	const shares = ["0.2", "0.33", "0.5", "0.66"].map((rate) => (row.bare[rate] ?? Number.NaN).toFixed(3));
	return `| ${[name, "bare", row.questions, ...shares].join(" | ")} |`;
}

test.each([
	["**promptsieve embedded**", quality.retention.model],
	["**promptsieve embedded, with the question**", quality.asked.model],
	["word rarity (wordfreq)", quality.retention.rarity],
	["Selective Context (SmolLM2-135M)", quality.retention["selective context"]],
])("the model card and quality.json say the same of %s", (name, row) => {
	expect(card).toContain(cardRow(name, row));
});

test("quality.json is of the weights that ship", () => {
	const manifest = JSON.parse(read("public/models/embedded/manifest.json"));
	expect(quality.model.sha256).toBe(manifest.variants.wasm.sha256);
});
