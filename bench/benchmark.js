// Builds the benchmark's page, measures, prints a table and writes results/latest.json.
import { readFileSync, writeFileSync } from "node:fs";
import { build, preview } from "vite";
import { installBrowser } from "../scripts/find-browser.js";
import { root } from "../scripts/run-command.js";
import { openBenchPage } from "./browser-page.js";
import { longText } from "./long-text.js";
import { describeMachine } from "./machine.js";
import { measureLibrary } from "./measure-library.js";
import { measureScoring } from "./measure-scoring.js";
import { measureStructure } from "./measure-structure.js";
import { measureWindow } from "./measure-window.js";
import { openNativeWindow } from "./native-window.js";
import { formatTable, isMet } from "./table.js";

const browser = await installBrowser();
if (!browser) throw new Error("The benchmark needs a Chromium; none could be found or installed.");

const modelFolder = `${root}public/models/embedded/`;
/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(modelFolder + file, "utf8"));
/** @type {import("../src/models/model-spec.ts").ModelManifest} */
const manifest = readJson("manifest.json");
/** @type {import("../src/models/model-spec.ts").SelfTest} */
const selfTest = readJson(manifest.selfTest);

const configFile = `${root}bench/vite.config.ts`;
await build({ configFile, logLevel: "error" });
const server = await preview({ configFile, logLevel: "error" });
const url = server.resolvedUrls?.local[0] ?? "";
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
	const page = await openBenchPage(url, browser ?? "");
	rows.push(...(await run(page)));
	await page.close();
	return page.browserVersion;
}

// Another length can be given for a try; the goals are for this one.
const long = longText(Number(process.argv[2] ?? 32_000));
const modelFile = manifest.variants.wasm.file;
const runNative = await openNativeWindow(modelFolder + modelFile);
await measure("one window", (page) => measureWindow(page, modelFile, fullWindow(), runNative));
await measure("scoring", (page) => measureScoring(page, long));
await measure("structure", measureStructure);
const browserVersion = await measure("the library in a page", (page) => measureLibrary(page, long));
await server.close();

console.log(formatTable(rows));
const results = {
	machine: { ...machine, browser: browserVersion },
	model: { id: manifest.id, version: manifest.version, file: modelFile, bytes: manifest.variants.wasm.bytes },
	text: { characters: long.text.length, llmTokens: long.tokens },
	rows: rows.map((row) => ({ ...row, met: isMet(row) })),
};
writeFileSync(`${root}bench/results/latest.json`, `${JSON.stringify(results, undefined, "\t")}\n`);
console.log("\nWritten to bench/results/latest.json");

/** 512 token ids: the self-test's windows, one after another, between one pair of special tokens. */
function fullWindow() {
	const inner = selfTest.windows.flatMap(({ inputIds }) => inputIds.slice(1, -1));
	const length = manifest.maxTokens - 2;
	return [manifest.bos, ...Array.from({ length }, (_, i) => inner[i % inner.length] ?? 0), manifest.eos];
}
