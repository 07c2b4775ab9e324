// What is found out or made before the measurements.
import { rolldown } from "rolldown";
import { root } from "../../scripts/run-command.js";
import { attempt } from "./attempt.js";
import { openBrowserEngine, openEnginePage } from "./browser-engine.js";

/**
 * How many threads this library takes in an isolated page here; the others are then told to take as many.
 *
 * @param {import("./bench-server.js").BenchServer} server
 * @param {string} executablePath
 */
export async function askThreads(server, executablePath) {
	const { browser, call } = await openEnginePage("promptsieve", server.origin, executablePath);
	const { threads } = await call("open", { folder: "embedded" });
	const version = browser.version();
	await browser.close();
	return { threads, browser: `Chromium ${version}` };
}

/** page/probe.ts as a script without imports. */
export async function bundleProbe() {
	const bundle = await rolldown({ input: `${root}bench/peers/page/probe.ts` });
	const { output } = await bundle.generate({ format: "iife" });
	await bundle.close();
	return output[0].code;
}

/**
 * What the JS peer says of the embedded model as it ships.
 *
 * @param {import("./bench-server.js").BenchServer} server
 * @param {string} executablePath
 * @param {number} threads
 * @returns {Promise<import("./result-shape.ts").LoadRow[]>}
 */
export async function shippedFileInPeer(server, executablePath, threads) {
	const request = { folder: "shipped", dtype: "int8", threads };
	const { value, failure } = await attempt(
		() => openBrowserEngine("llmlingua-2-js", server, executablePath, request),
		60,
	);
	await value?.close();
	const note = failure ? `the file that ships: cannot load it: ${failure}` : "the file that ships";
	return [
		{
			engine: "llmlingua-2-js",
			model: "embedded",
			dtype: "int8",
			device: "wasm",
			threads,
			note,
			loadSeconds: value?.loadSeconds ?? null,
			downloadBytes: value?.downloadBytes ?? null,
		},
	];
}
