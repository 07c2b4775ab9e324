// Rows: one window of 512 tokens on wasm, against the native runtime and against itself with two threads.
import { median, noise } from "./statistics.js";

const rounds = 25;

/** The browser replaces its first, quickly compiled wasm by faster code during the first runs. */
const warmUps = 8;

/**
 * @param {import("./browser-page.js").BenchPage} page
 * @param {string} modelFile
 * @param {readonly number[]} ids 512 token ids
 * @param {(ids: readonly number[]) => Promise<number>} runNative
 * @returns {Promise<import("./table.js").Row[]>}
 */
export async function measureWindow(page, modelFile, ids, runNative) {
	await page.call("openWindowRunner", modelFile, 1);
	const threads = await page.call("openWindowRunner", modelFile, 2);
	const runs = {
		native: () => runNative(ids),
		one: () => page.call("runWindow", 1, ids),
		two: () => page.call("runWindow", 2, ids),
	};
	/** @type {{ native: number[], one: number[], two: number[] }} */
	const times = { native: [], one: [], two: [] };
	for (const run of Object.values(runs)) {
		for (let i = 0; i < warmUps; i++) await run();
	}
	// Interleaved, so that whatever else the machine does falls on all three alike.
	for (let round = 0; round < rounds; round++) {
		for (const name of /** @type {const} */ (["native", "one", "two"])) times[name].push(await runs[name]());
	}
	/** @param {"native" | "one" | "two"} name */
	const told = (name) => {
		const [middle, best] = [median(times[name]), Math.min(...times[name])];
		return `${middle.toFixed(0)} ms ±${(100 * noise(times[name])).toFixed(0)} % (best ${best.toFixed(0)})`;
	};
	return [
		{
			name: "512-token window, int8, 1 wasm thread ÷ native 1 thread",
			value: median(times.one) / median(times.native),
			unit: "×",
			goal: 2.2,
			note: `wasm ${told("one")}, native ${told("native")}; medians of ${rounds} interleaved rounds`,
		},
		{
			name: "2 wasm threads against 1",
			value: median(times.one) / median(times.two),
			unit: "× as fast",
			goal: 1.6,
			direction: "at least",
			note: `${threads} threads ${told("two")}`,
		},
	];
}
