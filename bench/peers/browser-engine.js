// Either engine in a headless Chromium of its own, driven through its page.
import { openFunctionsPage } from "../browser-page.js";

/**
 * @typedef {import("./page-functions.ts").PeerPageFunctions} PeerPageFunctions
 * @typedef {import("./page-functions.ts").Shown} Shown
 */

/**
 * @typedef {object} EnginePageHandle
 * @property {import("playwright").Browser} browser
 * @property {<Name extends keyof PeerPageFunctions>(name: Name, ...args: Parameters<PeerPageFunctions[Name]>) => ReturnType<PeerPageFunctions[Name]>} call
 *   one of the page's functions
 * @property {() => Promise<number>} peakGrowth
 */

/** Where each engine's page lies below the server. @type {{ promptsieve: string, "llmlingua-2-js": string }} */
export const pagePaths = {
	promptsieve: "promptsieve/promptsieve.html",
	"llmlingua-2-js": "peer/peer.html",
};

/**
 * @param {keyof typeof pagePaths} engine
 * @param {string} origin of the server
 * @param {string} executablePath
 * @returns {Promise<EnginePageHandle>}
 */
export async function openEnginePage(engine, origin, executablePath) {
	return openFunctionsPage(`${origin}${pagePaths[engine]}`, executablePath);
}

/**
 * @param {keyof typeof pagePaths} engine
 * @param {import("./bench-server.js").BenchServer} server
 * @param {string} executablePath
 * @param {import("./engine-shape.ts").EngineRequest} request
 * @returns {Promise<import("./engine-shape.ts").OpenEngine>}
 */
export async function openBrowserEngine(engine, server, executablePath, { folder, dtype, threads }) {
	server.takeBytes();
	const { browser, call, peakGrowth } = await openEnginePage(engine, server.origin, executablePath);
	try {
		const opened = await call("open", { folder, threads });
		return {
			engine,
			device: "wasm",
			dtype,
			threads: opened.threads,
			loadSeconds: opened.loadMs / 1000,
			downloadBytes: server.takeBytes(),
			compress: async (text, rate) => (await call("time", text, rate)) / 1000,
			async peakBytes() {
				const bytes = await peakGrowth();
				return Number.isNaN(bytes) ? null : bytes;
			},
			close: () => browser.close(),
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}
