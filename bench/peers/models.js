// The models that are measured, and at which lengths: the lists keep the usual run near half an hour.
import { statSync } from "node:fs";
import { root } from "../../scripts/run-command.js";
import { cacheFolder } from "./cache-folder.js";

/**
 * @typedef {object} BenchModel
 * @property {string} model
 * @property {string} title
 * @property {"trained" | "random"} weights
 * @property {string} dtype
 * @property {string} folder below bench/.cache/models, where make_models.py puts it; `"embedded"`: as it ships
 * @property {readonly number[]} oneThread lengths in LLM tokens that are measured with one thread
 * @property {readonly number[]} threads … and with as many as the machine is good for
 * @property {readonly number[]} longOneThread with `--long`
 * @property {readonly number[]} longThreads with `--long`
 */

const all = [1000, 4000, 16_000, 64_000];
const bert = "bert-base-multilingual-cased";

/** @type {readonly BenchModel[]} */
export const benchModels = [
	{
		model: "embedded",
		title: "embedded, 6 layers × 384",
		weights: "trained",
		dtype: "int8",
		folder: "embedded",
		oneThread: [1000, 4000, 16_000],
		threads: all,
		longOneThread: all,
		longThreads: all,
	},
	{
		model: "tinybert",
		title: "TinyBERT shape, 4 layers × 312",
		weights: "random",
		dtype: "fp32",
		folder: `tinybert/${bert}`,
		oneThread: [1000, 4000],
		threads: [1000, 4000, 16_000],
		longOneThread: all,
		longThreads: all,
	},
	{
		model: "mobilebert",
		title: "MobileBERT shape, 24 layers × 512 (128 inside)",
		weights: "random",
		dtype: "fp32",
		folder: `mobilebert/${bert}`,
		oneThread: [],
		threads: [1000, 4000],
		longOneThread: [1000, 4000],
		longThreads: all,
	},
	{
		model: "mbert-base",
		title: "multilingual BERT base shape, 12 layers × 768",
		weights: "random",
		dtype: "fp32",
		folder: `mbert-base/${bert}`,
		oneThread: [],
		threads: [1000, 4000],
		longOneThread: [1000, 4000],
		longThreads: all,
	},
	{
		model: "xlm-r-large",
		title: "XLM-RoBERTa large shape, 24 layers × 1,024",
		weights: "random",
		dtype: "fp32",
		folder: "xlm-r-large/xlm-roberta-large",
		oneThread: [],
		threads: [1000],
		longOneThread: [],
		longThreads: [1000],
	},
];

/** The folder with the embedded model for engines that want `logits`. */
export const embeddedCopy = "embedded/xlm-roberta-large";

/** @param {BenchModel} model @returns {import("./result-shape.ts").ModelFacts} */
export function modelFacts({ model, title, weights, dtype, folder }) {
	const graph =
		folder === "embedded"
			? `${root}public/models/embedded/model-int8.onnx`
			: `${cacheFolder}models/${folder}/onnx/model.onnx`;
	/** @param {string} path */
	const size = (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	return { model, title, weights, dtype, graphBytes: size(graph) + size(`${graph}_data`) };
}
