// Opens the built benchmark page in a fresh headless Chromium, cross-origin isolated.
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { launchArgs } from "../scripts/find-browser.js";

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
	const before = new Map((await rendererIds(browser)).map((id) => [id, readStatus(id, "VmRSS")]));
	return {
		browserVersion: browser.version(),
		call: (name, ...args) => /** @type {never} */ (page.evaluate(callFunction, { name, args })),
		async peakGrowth() {
			const growth = (await rendererIds(browser)).map(
				(id) => readStatus(id, "VmHWM") - (before.get(id) ?? 0),
			);
			return Math.max(...growth);
		},
		close: () => browser.close(),
	};
}

/**
 * Process ids of the browser's renderers; the page's is one of them.
 *
 * @param {import("playwright").Browser} browser
 */
async function rendererIds(browser) {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	await session.detach();
	return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/** @param {number} pid @param {string} field of /proc/PID/status in kB @returns {number} bytes */
function readStatus(pid, field) {
	try {
		const match = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(
			readFileSync(`/proc/${pid}/status`, "utf8"),
		);
		return Number(match?.[1]) * 1024;
	} catch {
		return Number.NaN;
	}
}

/** Runs in the page. @param {{ name: string, args: readonly unknown[] }} call */
function callFunction({ name, args }) {
	return Reflect.get(globalThis, "bench")[name](...args);
}
