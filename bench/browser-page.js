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
 * @property {(field: "VmRSS" | "VmHWM") => Promise<number>} rendererBytes resident memory, now or at its highest, of the
 *   browser's renderer processes; NaN where the system has no /proc
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
	return {
		browserVersion: browser.version(),
		call: (name, ...args) => /** @type {never} */ (page.evaluate(callFunction, { name, args })),
		async rendererBytes(field) {
			const session = await browser.newBrowserCDPSession();
			const { processInfo } = await session.send("SystemInfo.getProcessInfo");
			await session.detach();
			const renderers = processInfo.filter(({ type }) => type === "renderer");
			return renderers.reduce((sum, { id }) => sum + readStatus(id, field), 0);
		},
		close: () => browser.close(),
	};
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
