// The machine and the versions that the figures belong to.
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { root } from "../scripts/run-command.js";

export function describeMachine() {
	/** @param {string} name */
	const version = (name) =>
		JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8")).version;
	return {
		date: new Date().toISOString(),
		cpu: cpus()[0]?.model.trim() ?? "unknown",
		cores: cpus().length,
		memoryGiB: Math.round(totalmem() / 2 ** 30),
		system: `${process.platform} ${release()}`,
		/** Mean number of running processes over the last minute, before the benchmark began. */
		loadBefore: loadavg()[0],
		node: process.versions.node,
		onnxruntimeWeb: version("onnxruntime-web"),
		onnxruntimeNode: version("onnxruntime-node"),
	};
}
