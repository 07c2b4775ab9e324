// One window, again and again, with one and with two threads.
import { type Remote, wrap } from "comlink";
import { resolveAssets } from "../../src/models/assets.ts";
import type { PageFunctions } from "../page-functions.ts";
import type { WindowRunner } from "./window-worker.ts";

const runners = new Map<number, Remote<WindowRunner>>();

export const windowTimes: Pick<PageFunctions, "openWindowRunner" | "runWindow"> = {
	async openWindowRunner(modelFile, threads) {
		const worker = new Worker(new URL("./window-worker.ts", import.meta.url), { type: "module" });
		const failed = new Promise<never>((_, reject) => {
			worker.addEventListener("error", ({ message }) => reject(new Error(`window worker: ${message}`)));
		});
		const runner = wrap<WindowRunner>(worker);
		const { embeddedModelUrl, wasmUrl } = resolveAssets("./", document.baseURI);
		const modelUrl = new URL(modelFile, embeddedModelUrl).href;
		const used = await Promise.race([runner.load(modelUrl, wasmUrl, threads), failed]);
		runners.set(threads, runner);
		return used;
	},

	async runWindow(threads, ids) {
		const runner = runners.get(threads);
		if (!runner) throw new Error(`No worker with ${threads} threads was opened.`);
		return runner.run(ids);
	},
};
