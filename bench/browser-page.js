// Opens a page of the benchmarks in a fresh headless Chromium.
import { chromium } from "playwright";
import { launchArgs } from "../scripts/find-browser.js";
import { watchMemory } from "./renderer-memory.js";

/** @typedef {import("./page-functions.ts").PageFunctions} PageFunctions */

/**
 * @typedef {object} BenchPage
 * @property {string} browserVersion
 * @property {<Name extends keyof PageFunctions>(name: Name, ...args: Parameters<PageFunctions[Name]>) => ReturnType<PageFunctions[Name]>} call
 *   one of the page's functions
 * @property {() => Promise<number>} peakGrowth bytes by which the page's process was at its highest above its size
 *   when the page had just been opened; NaN where the system has no /proc
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} url
 * @param {string} executablePath
 * @returns {Promise<BenchPage>}
 */
export async function openBenchPage(url, executablePath) {
	const { browser, ...page } = await openFunctionsPage(url, executablePath, "crossOriginIsolated");
	return { ...page, browserVersion: browser.version(), close: () => browser.close() };
}

/**
 * A page that puts its functions into `globalThis.bench`.
 *
 * @param {string} url
 * @param {string} executablePath
 * @param {string} [ready] an expression that must hold in the page as well
 * @returns {Promise<{ browser: import("playwright").Browser, call: (name: string, ...args: readonly unknown[]) => never, peakGrowth: () => Promise<number> }>}
 *   `call`: what the function gives; whoever opens the page names its type
 */
export async function openFunctionsPage(url, executablePath, ready = "true") {
	const browser = await chromium.launch({ executablePath, args: launchArgs });
	const page = await browser.newPage();
	page.on("pageerror", (error) => console.error(error));
	await page.goto(url);
	await page.waitForFunction(`globalThis.bench && ${ready}`);
	return {
		browser,
		call: (name, ...args) => /** @type {never} */ (page.evaluate(callFunction, { name, args })),
		peakGrowth: await watchMemory(browser),
	};
}

/** Runs in the page. @param {{ name: string, args: readonly unknown[] }} call */
function callFunction({ name, args }) {
	return Reflect.get(globalThis, "bench")[name](...args);
}
