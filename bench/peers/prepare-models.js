// Makes the models with random weights that are missing from bench/.cache/models.
import { existsSync } from "node:fs";
import { root, runCommand } from "../../scripts/run-command.js";
import { cacheFolder } from "./cache-folder.js";
import { embeddedCopy } from "./models.js";

/**
 * @param {readonly import("./models.js").BenchModel[]} models
 * @param {string} python
 * @throws when they cannot be made
 */
export async function prepareModels(models, python) {
	const missing = models
		.map(({ model, folder }) => ({ model, folder: folder === "embedded" ? embeddedCopy : folder }))
		.filter(({ folder }) => !existsSync(`${cacheFolder}models/${folder}/onnx/model.onnx`))
		.map(({ model }) => model);
	if (missing.length === 0) return;
	console.log(`Making models with random weights: ${missing.join(", ")} …`);
	if ((await runCommand(python, [`${root}bench/peers/make_models.py`, ...missing])) !== 0) {
		throw new Error("The models could not be made.");
	}
}
