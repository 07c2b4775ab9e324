// The Chromium that the browser tests and the benchmark drive: one that is there, else Playwright's
// download, else Debian's package.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand, runPackage } from "./run-command.js";

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
	const onPath = names.flatMap((name) =>
		(process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)),
	);
	const all = [...(chosen ? [chosen] : []), ...onPath, ...installed, chromium.executablePath()];
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
	const downloaded = await findBrowser();
	if (downloaded) return downloaded;

	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		console.log("Trying the system's package …");
		const env = { DEBIAN_FRONTEND: "noninteractive" };
		await runCommand("apt-get", ["update", "-q"], { env, timeoutMs: 120_000 });
		await runCommand("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], {
			env,
			timeoutMs: 400_000,
		});
		return findBrowser();
	}
	return undefined;
}
