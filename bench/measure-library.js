// Rows: the library in a page: load, main thread and memory while scoring, then the slider.
import { median, quantile } from "./statistics.js";

/** A slow drag through all rates, then jumps; the same in every run. */
const rates = [
	...Array.from({ length: 200 }, (_, i) => (i + 1) / 200),
	...Array.from({ length: 100 }, (_, i) => 0.01 + 0.98 * ((i * 0.618_034) % 1)),
];

const mebibyte = 2 ** 20;

/**
 * @param {import("./browser-page.js").BenchPage} page
 * @param {{ text: string, tokens: number }} long
 * @returns {Promise<import("./table.js").Row[]>}
 */
export async function measureLibrary(page, { text, tokens }) {
	const loadMs = await page.call("openLibrary");
	const { scoreMs, longestTaskMs } = await page.call("scoreWatched", text);
	const peak = await page.peakGrowth();

	const pins = Array.from({ length: 10 }, (_, i) => {
		const start = Math.floor((text.length * (i + 0.5)) / 10);
		return /** @type {const} */ ([start, start + 1]);
	});
	const { firstMs, moveMs, pinMs } = await page.call("timeSelections", rates, pins);
	const moves = `${moveMs.length} slider moves, ${tokens} LLM tokens`;
	return [
		{
			name: "longest main-thread task while the long text is scored",
			value: longestTaskMs,
			unit: "ms",
			goal: 50,
			note: `${longestTaskMs === 0 ? "no task reached 50 ms; " : ""}scored in ${(scoreMs / 1000).toFixed(1)} s`,
		},
		{ name: "select + render, median", value: median(moveMs), unit: "ms", goal: 8, note: moves },
		{
			name: "select + render, worst",
			value: quantile(moveMs, 1),
			unit: "ms",
			goal: 16,
			note: `99 % under ${quantile(moveMs, 0.99).toFixed(1)} ms`,
		},
		{
			name: "first selection after scoring",
			value: firstMs,
			unit: "ms",
			note: "worked out in slices while the text was scored, whose longest task is above",
		},
		{
			name: "selection after another word is pinned",
			value: median(pinMs),
			unit: "ms",
			note: `${pinMs.length} pins, worst ${quantile(pinMs, 1).toFixed(1)} ms`,
		},
		{
			name: "peak memory of the page, worker and token counter",
			value: peak / mebibyte,
			unit: "MiB",
			note: "growth of its process from before loading to after scoring",
		},
		{ name: "load", value: loadMs, unit: "ms", note: "model and runtime from a local server, wasm" },
	];
}
