// Opens the built benchmark page in a fresh headless Chromium, cross-origin isolated.
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
	const browser = await chromium.launch({ executablePath, args: launchArgs });
	const page = await browser.newPage();
	page.on("pageerror", (error) => console.error(error));
	await page.goto(url);
	await page.waitForFunction("globalThis.bench && crossOriginIsolated");
	const peakGrowth = await watchMemory(browser);
	return {
		browserVersion: browser.version(),
		call: (name, ...args) => /** @type {never} */ (page.evaluate(callFunction, { name, args })),
		peakGrowth,
		close: () => browser.close(),
	};
}

/** Runs in the page. @param {{ name: string, args: readonly unknown[] }} call */
function callFunction({ name, args }) {
	return Reflect.get(globalThis, "bench")[name](...args);
}
