// Builds the benchmark's page, measures, prints a table and writes results/latest.json.
import { writeFileSync } from "node:fs";
import { root } from "../scripts/run-command.js";
import { openBenchPage } from "./browser-page.js";
import { manifest, modelFolder, selfTest } from "./embedded-model.js";
import { fullWindow } from "./full-window.js";
import { longText } from "./long-text.js";
import { describeMachine } from "./machine.js";
import { measureLibrary } from "./measure-library.js";
import { measureScoring } from "./measure-scoring.js";
import { measureStructure } from "./measure-structure.js";
import { measureWindow } from "./measure-window.js";
import { openNativeWindow } from "./native-window.js";
import { servePage } from "./serve-page.js";
import { formatTable, isMet } from "./table.js";

const { url, browser, close } = await servePage();
const machine = describeMachine();
/** @type {import("./table.js").Row[]} */
const rows = [];

/**
 * Each measurement gets a browser of its own.
 *
 * @param {string} what
 * @param {(page: import("./browser-page.js").BenchPage) => Promise<import("./table.js").Row[]>} run
 */
async function measure(what, run) {
	console.log(`Measuring ${what} …`);
	const page = await openBenchPage(url, browser);
	rows.push(...(await run(page)));
	await page.close();
	return page.browserVersion;
}

// Another length can be given for a try; the goals are for this one.
const long = longText(Number(process.argv[2] ?? 32_000));
const modelFile = manifest.variants.wasm.file;
const runNative = await openNativeWindow(modelFolder + modelFile);
await measure("one window", (page) =>
	measureWindow(page, modelFile, fullWindow(manifest, selfTest), runNative),
);
await measure("scoring", (page) => measureScoring(page, long));
await measure("structure", measureStructure);
const browserVersion = await measure("the library in a page", (page) => measureLibrary(page, long));
await close();

console.log(formatTable(rows));
const results = {
	machine: { ...machine, browser: browserVersion },
	model: { id: manifest.id, version: manifest.version, file: modelFile, bytes: manifest.variants.wasm.bytes },
	text: { characters: long.text.length, llmTokens: long.tokens },
	rows: rows.map((row) => ({ ...row, met: isMet(row) })),
};
writeFileSync(`${root}bench/results/latest.json`, `${JSON.stringify(results, undefined, "\t")}\n`);
console.log("\nWritten to bench/results/latest.json");
