// One runtime with one thread: how fast its products can be, and how fast those of the model are.
import { productModel } from "./product-model.js";
import { readProfile } from "./profile.js";

/** @typedef {import("./result-shape.ts").Arithmetic} Arithmetic */

/**
 * Runs a graph so many times under the profiler.
 *
 * @typedef {(graph: "window" | Uint8Array, feeds: import("../page-functions.ts").Feeds, runs: number) =>
 *   Promise<readonly import("./profile-event.ts").ProfileEvent[]>} RunProfiled
 */

/** The browser replaces its first, quickly compiled wasm by faster code during the first runs. */
export const warmUps = 8;

/**
 * Rows, inner size and columns: the model's two largest products with weights, and one that is larger.
 *
 * @type {readonly (readonly [number, number, number])[]}
 */
const shapes = [
	[512, 384, 1536],
	[512, 1536, 384],
	[1024, 1024, 1024],
];

export const formula =
	"A product of [m, k] and [k, n]: 2·m·k·n. Attention over n tokens of hidden size h: 4·n²·h (scores, then values). " +
	"What other operators do to each element is not counted.";

/**
 * @param {"wasm" | "native"} runtime
 * @param {import("../page-functions.ts").Feeds} feeds of the model: a full window
 * @param {number} runs that count
 * @param {RunProfiled} run
 * @returns {Promise<import("./result-shape.ts").Roofline>}
 */
export async function measureRoofline(runtime, feeds, runs, run) {
	const window = readProfile(await run("window", feeds, warmUps + runs), warmUps);
	const peaks = { int8: await measurePeak("int8", runs, run), fp32: await measurePeak("fp32", runs, run) };
	return { runtime, peaks, window, share: shareOfPeak(window, peaks) };
}

/** @param {Arithmetic} arithmetic @param {number} runs @param {RunProfiled} run @returns {Promise<import("./result-shape.ts").Peak>} */
async function measurePeak(arithmetic, runs, run) {
	const found = [];
	for (const shape of shapes) {
		const [rows, inner, columns] = shape;
		const feeds = { shape: { data: [rows, inner], dims: [2] } };
		const events = await run(productModel(arithmetic, inner, columns), feeds, warmUps + runs);
		const product = events.filter(({ args, cat }) => cat === "Node" && args.op_name?.startsWith("MatMul"));
		const microseconds = Math.min(...product.slice(warmUps).map(({ dur }) => dur));
		found.push({ shape, gops: (2 * rows * inner * columns) / (microseconds * 1000) });
	}
	const [best] = found.sort((one, other) => other.gops - one.gops);
	if (!best) throw new Error("No product was measured.");
	return best;
}

/**
 * Time that the products of a window would take at the peaks, as a share of what its fastest run takes. Peaks are
 * those of the fastest runs too: what other programs take away counts on neither side.
 *
 * @param {{ bestMs: number, operators: readonly Pick<import("./result-shape.ts").OperatorTime, "operations" | "arithmetic">[] }} window
 * @param {Readonly<Record<Arithmetic, { readonly gops: number }>>} peaks
 */
export function shareOfPeak(window, peaks) {
	const atPeak = window.operators.reduce(
		(sum, { operations, arithmetic }) => sum + (arithmetic ? operations / (peaks[arithmetic].gops * 1e6) : 0),
		0,
	);
	return atPeak / window.bestMs;
}
