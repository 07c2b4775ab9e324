// The engines that a model is measured with, and how each is opened.
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/run-command.js";
import { openBrowserEngine } from "./browser-engine.js";
import { cacheFolder } from "./cache-folder.js";
import { openChildEngine } from "./child-engine.js";
import { embeddedCopy } from "./models.js";

/**
 * @typedef {object} Opener
 * @property {import("./result-shape.ts").EngineName} engine
 * @property {"wasm" | "cpu"} device
 * @property {string | null} remark said beside its numbers
 * @property {() => Promise<import("./engine-shape.ts").OpenEngine>} open
 */

const native = `${root}bench/peers/native-engine.js`;
const oneCore = pathToFileURL(`${root}bench/peers/one-core.js`).href;

/**
 * @param {import("./models.js").BenchModel} model
 * @param {number} threads
 * @param {import("./measure-speed.js").SpeedOptions} options
 * @returns {readonly Opener[]}
 */
export function engineOpeners({ folder, dtype }, threads, { servers, executablePath, python }) {
	const server = threads === 1 ? servers.alone : servers.isolated;
	const isEmbedded = folder === "embedded";
	const peerFolder = isEmbedded ? embeddedCopy : folder;
	const local = `${cacheFolder}models/${peerFolder}/`;
	return [
		{
			engine: "promptsieve",
			device: "wasm",
			remark: null,
			open: () => openBrowserEngine("promptsieve", server, executablePath, { folder, dtype, threads }),
		},
		{
			engine: "llmlingua-2-js",
			device: "wasm",
			remark: isEmbedded ? "the same weights, word rows in float32, in a graph that ends in logits" : null,
			open: () =>
				openBrowserEngine("llmlingua-2-js", server, executablePath, { folder: peerFolder, dtype, threads }),
		},
		{
			engine: "llmlingua-python",
			device: "cpu",
			remark: null,
			async open() {
				if (isEmbedded) throw new Error("it reads PyTorch weights, and these are an ONNX graph");
				if (!python) throw new Error("there is no Python with its packages");
				const script = `${root}bench/peers/python_peer.py`;
				return openChildEngine("llmlingua-python", python, [script, local, String(threads)], dtype);
			},
		},
		{
			engine: "promptsieve-native",
			device: "cpu",
			remark: null,
			open: () =>
				openChildEngine(
					"promptsieve-native",
					process.execPath,
					[
						...(threads === 1 ? ["--import", oneCore] : []),
						native,
						isEmbedded ? "embedded" : pathToFileURL(local).href,
					],
					dtype,
				),
		},
	];
}
