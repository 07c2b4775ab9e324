// The library as a page uses it: loads, scores the long text while watching the main thread, then
// moves the slider.
import { type Compressor, createCompressor, type ScoredText } from "../../src/index.ts";
import type { PageFunctions } from "../page-functions.ts";

let compressor: Compressor | undefined;
let scored: ScoredText | undefined;

export const libraryRun: Pick<PageFunctions, "openLibrary" | "scoreWatched" | "timeSelections"> = {
	async openLibrary() {
		compressor = createCompressor({ assetsUrl: "./", device: "wasm" });
		const began = performance.now();
		await compressor.load();
		return performance.now() - began;
	},

	async scoreWatched(text) {
		if (!compressor) throw new Error("openLibrary() comes first");
		let longestTaskMs = 0;
		const note = (entries: PerformanceEntryList) => {
			for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
		};
		const observer = new PerformanceObserver((list) => note(list.getEntries()));
		observer.observe({ type: "longtask" });
		const began = performance.now();
		scored = await compressor.score(text);
		const scoreMs = performance.now() - began;
		// The task that settled the promise is reported only after it has ended.
		await new Promise((resolve) => setTimeout(resolve, 100));
		note(observer.takeRecords());
		observer.disconnect();
		return { scoreMs, longestTaskMs };
	},

	async timeSelections(rates, pins) {
		const text = scored;
		if (!text) throw new Error("scoreWatched() comes first");
		const time = (options: Parameters<typeof text.select>[0]) => {
			const began = performance.now();
			text.select(options);
			return performance.now() - began;
		};
		const firstMs = time({ rate: 0.5 });
		const moveMs = rates.map((rate) => time({ rate }));
		const pinMs = pins.map((pin) => time({ rate: 0.5, pin: [pin] }));
		return { firstMs, moveMs, pinMs };
	},
};
