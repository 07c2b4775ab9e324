// The Chromium that the browser tests and the benchmark drive: one that is there, else Playwright's
// download, else Debian's package.
import { existsSync } from "node:fs";
import { installProgram, onPath } from "./debian-program.js";
import { runPackage } from "./run-command.js";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const installed = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	`${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
	`${process.env["PROGRAMFILES(X86)"]}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

/** Chromium's own sandbox needs a user that is not root. */
export const launchArgs = ["--no-sandbox", "--disable-background-networking"];

/** @returns {Promise<string[]>} paths of browsers that exist, best first */
async function candidates() {
	const { chromium } = await import("playwright");
	const chosen = process.env.PROMPTSIEVE_CHROMIUM;
	const all = [...(chosen ? [chosen] : []), ...onPath(...names), ...installed, chromium.executablePath()];
	return all.filter((path) => existsSync(path));
}

/** @param {string} executablePath @returns {Promise<boolean>} whether it starts (a snap stub or missing library does not) */
async function starts(executablePath) {
	const { chromium } = await import("playwright");
	try {
		const browser = await chromium.launch({ executablePath, args: launchArgs, timeout: 60_000 });
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

/** @returns {Promise<string | undefined>} path of a Chromium that starts */
async function findBrowser() {
	for (const path of await candidates()) {
		if (await starts(path)) return path;
	}
	return undefined;
}

/** Like {@link findBrowser}, but installs one where there is none. @returns {Promise<string | undefined>} */
export async function installBrowser() {
	const found = await findBrowser();
	if (found) return found;

	console.log("No Chromium found; trying Playwright's download …");
	await runPackage("playwright/cli.js", ["install", "chromium"], { timeoutMs: 300_000 });
	return installProgram({ name: "Chromium", packages: ["chromium"], find: findBrowser });
}
