// Rows: where the time goes when the long text is scored, and what an edit costs.
import { editMiddle } from "./long-text.js";

/**
 * @param {import("./browser-page.js").BenchPage} page
 * @param {{ text: string, tokens: number }} long
 * @returns {Promise<import("./table.js").Row[]>}
 */
export async function measureScoring(page, { text, tokens }) {
	await page.call("openTimedWorker");
	const whole = await page.call("scoreTimed", text);
	const peak = await page.peakGrowth();
	const edited = await page.call("scoreTimed", editMiddle(text));
	const scriptMs = whole.totalMs - whole.modelMs;
	return [
		{
			name: "share of JavaScript in scoring the long text",
			value: (100 * scriptMs) / whole.totalMs,
			unit: "%",
			goal: 10,
			note: `${scriptMs.toFixed(0)} ms of ${(whole.totalMs / 1000).toFixed(1)} s, ${whole.windowsRun} windows`,
		},
		{
			name: "speed of scoring",
			value: tokens / (whole.totalMs / 1000),
			unit: "LLM tokens/s",
			note: `${tokens} LLM tokens`,
		},
		{
			name: "peak memory of the worker for that text",
			value: peak / 2 ** 20,
			unit: "MiB",
			goal: 400,
			note: "growth of the page's process, whose page does nothing else, from before loading to after scoring",
		},
		{
			name: "windows run again after one word in the middle changed",
			value: edited.windowsRun,
			unit: "windows",
			goal: 3,
			note: `of ${edited.windows}; ${edited.totalMs.toFixed(0)} ms`,
		},
	];
}
