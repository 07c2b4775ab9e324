// The benchmark's page, built and served, and the Chromium to open it with.
import { build, preview } from "vite";
import { installBrowser } from "../scripts/find-browser.js";
import { root } from "../scripts/run-command.js";

/** @returns {Promise<{ url: string, browser: string, close: () => Promise<void> }>} */
export async function servePage() {
	const browser = await installBrowser();
	if (!browser) throw new Error("The benchmark needs a Chromium; none could be found or installed.");
	const configFile = `${root}bench/vite.config.ts`;
	await build({ configFile, logLevel: "error" });
	const server = await preview({ configFile, logLevel: "error" });
	return { url: server.resolvedUrls?.local[0] ?? "", browser, close: () => server.close() };
}
