// This library in Node, for child-engine.js: the same tokenizing, windows and selection, on onnxruntime-node.
//
//     node native-engine.js FOLDER-URL|embedded
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/run-command.js";
import { readStatus } from "../renderer-memory.js";

/** Built by scripts/build-lib.js, hence not known to the type check. */
const library = pathToFileURL(`${root}dist/lib/node.js`).href;
/**
 * @typedef {object} NativeCompressor
 * @property {() => Promise<{ device: string, threads: number }>} load
 * @property {(text: string, options: { rate: number }) => Promise<unknown>} compress
 */
/** @type {{ createCompressor: (options: object) => NativeCompressor }} */
const { createCompressor } = await import(library);
const [, , folder = "embedded"] = process.argv;
const before = readStatus(process.pid, "VmRSS");
const model = folder === "embedded" ? {} : { model: { id: "measured", url: folder } };
const compressor = createCompressor(model);

/** @param {object} answer */
const say = (answer) => console.log(JSON.stringify(answer));

const began = performance.now();
const { device, threads } = await compressor.load();
if (device !== "cpu") throw new Error(`The library took "${device}" instead of onnxruntime-node.`);
say({ loadSeconds: (performance.now() - began) / 1000, threads });
for await (const line of createInterface({ input: process.stdin })) {
	const { text, rate } = JSON.parse(line);
	try {
		const started = performance.now();
		await compressor.compress(text, { rate });
		const seconds = (performance.now() - started) / 1000;
		const peak = readStatus(process.pid, "VmHWM") - before;
		say({ seconds, peakBytes: Number.isNaN(peak) ? null : peak });
	} catch (error) {
		say({ error: String(error) });
	}
}
