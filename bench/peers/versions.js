// Package → version of everything that was measured.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "../../scripts/run-command.js";

const pythonPackages = ["llmlingua", "torch", "transformers"];

/** @param {string} python @returns {Record<string, string>} */
export function peerVersions(python) {
	/** @param {string} folder */
	const version = (folder) => JSON.parse(readFileSync(`${root}${folder}/package.json`, "utf8")).version;
	const peers = "bench/peers/node_modules";
	return {
		promptsieve: version("."),
		"onnxruntime-web": version("node_modules/onnxruntime-web"),
		"onnxruntime-node": version("node_modules/onnxruntime-node"),
		"@atjsh/llmlingua-2": version(`${peers}/@atjsh/llmlingua-2`),
		"@huggingface/transformers": version(`${peers}/@huggingface/transformers`),
		"its onnxruntime-web": version(`${peers}/onnxruntime-web`),
		...pythonVersions(python),
	};
}

/** @param {string} python @returns {Record<string, string>} */
function pythonVersions(python) {
	const script = `import importlib.metadata as m, json, platform
print(json.dumps({"Python": platform.python_version()} | {n + " (Python)": m.version(n) for n in ${JSON.stringify(pythonPackages)}}))`;
	return JSON.parse(execFileSync(python, ["-c", script], { encoding: "utf8" }));
}
