// Graphs under the runtime's profiler, each in a worker of its own.
import { wrap } from "comlink";
import { resolveAssets } from "../../src/models/assets.ts";
import type { PageFunctions } from "../page-functions.ts";
import type { ProfileRunner } from "./profile-worker.ts";

export const graphProfiles: Pick<PageFunctions, "profileGraph"> = {
	async profileGraph(source, feeds, runs, threads) {
		const worker = new Worker(new URL("./profile-worker.ts", import.meta.url), { type: "module" });
		const failed = new Promise<never>((_, reject) => {
			worker.addEventListener("error", ({ message }) => reject(new Error(`profile worker: ${message}`)));
		});
		const { embeddedModelUrl, wasmUrl } = resolveAssets("./", document.baseURI);
		const located = "url" in source ? { url: new URL(source.url, embeddedModelUrl).href } : source;
		const profiled = wrap<ProfileRunner>(worker).profile(located, feeds, runs, wasmUrl, threads);
		const result = await Promise.race([profiled, failed]);
		worker.terminate();
		return result;
	},
};
