// Drives the library in Chromium over the texts of the evaluation, line by line.
//
//   node browser.js words IN OUT    each line {key, text} → {key, start, end, reason, kind, clause, tokens}
//   node browser.js score IN OUT    each line {key, text, question?, rates} → {key, keep, selections}
//   node browser.js select IN OUT   each line {key, text, scores, rates} → {key, selections}
//
// What a line holds is told in page-functions.ts; positions in OUT are in code points.
import { createWriteStream, readFileSync, renameSync } from "node:fs";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { installBrowser, launchArgs } from "../../scripts/find-browser.js";
import { codePointsBefore } from "./code-points.js";

/** @typedef {import("./page-functions.ts").PageFunctions} PageFunctions */

const [task, input = "", output = ""] = process.argv.slice(2);

/** @type {Record<string, (item: never) => Promise<object>>} */
const tasks = {
	words: listWords,
	score: (/** @type {import("./page-functions.ts").Item} */ item) => call("score", item),
	select: async (/** @type {import("./page-functions.ts").RankedItem} */ item) => ({
		selections: await call("select", item),
	}),
};
const run = tasks[task ?? ""];
if (!run || !output) throw new Error("usage: browser.js words|score|select IN OUT");

const configFile = new URL("vite.config.ts", import.meta.url).pathname;
await build({ configFile, logLevel: "error" });
const server = await preview({ configFile, logLevel: "error" });
const executablePath = await installBrowser();
if (!executablePath) throw new Error("The evaluation needs a Chromium; none could be found or installed.");
const browser = await chromium.launch({ executablePath, args: launchArgs });
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(error));
await page.goto(server.resolvedUrls?.local[0] ?? "");
await page.waitForFunction("globalThis.evaluation && crossOriginIsolated");

/**
 * @template {keyof PageFunctions} Name
 * @param {Name} name
 * @param {Parameters<PageFunctions[Name]>} args
 * @returns {Promise<Awaited<ReturnType<PageFunctions[Name]>>>}
 */
const call = (name, ...args) => /** @type {never} */ (page.evaluate(callFunction, { name, args }));

if (task === "score") console.log(JSON.stringify({ ...(await call("open")), chromium: browser.version() }));
const lines = readFileSync(input, "utf8").trim().split("\n");
const out = createWriteStream(`${output}.tmp`);
const began = performance.now();
for (const [index, line] of lines.entries()) {
	const { key, ...item } = JSON.parse(line);
	out.write(`${JSON.stringify({ key, ...(await run(/** @type {never} */ (item))) })}\n`);
	if (index % 100 === 99 || index === lines.length - 1)
		console.log(`${task} ${index + 1}/${lines.length} ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
await new Promise((resolve) => out.end(() => resolve(undefined)));
renameSync(`${output}.tmp`, output);
await browser.close();
await server.close();

/** @param {{ text: string }} item */
async function listWords({ text }) {
	const words = await call("words", text);
	const before = codePointsBefore(text);
	return { ...words, start: words.start.map(before), end: words.end.map(before) };
}

/** Runs in the page. @param {{ name: string, args: readonly unknown[] }} call */
function callFunction({ name, args }) {
	return Reflect.get(globalThis, "evaluation")[name](...args);
}
