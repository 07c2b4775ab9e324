// A graph under onnxruntime-node's profiler, with one thread.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";

/**
 * @param {Uint8Array} model
 * @param {import("../page-functions.ts").Feeds} feeds
 * @param {number} runs
 * @returns {Promise<import("./profile-event.ts").ProfileEvent[]>}
 */
export async function profileNative(model, feeds, runs) {
	const folder = mkdtempSync(join(tmpdir(), "promptsieve-profile-"));
	try {
		const session = await InferenceSession.create(model, {
			executionProviders: ["cpu"],
			graphOptimizationLevel: "all",
			intraOpNumThreads: 1,
			interOpNumThreads: 1,
			enableProfiling: true,
			profileFilePrefix: join(folder, "run"),
		});
		const tensors = Object.fromEntries(
			Object.entries(feeds).map(([name, { data, dims }]) => [
				name,
				new Tensor("int64", BigInt64Array.from(data, BigInt), dims),
			]),
		);
		for (let run = 0; run < runs; run++) await session.run(tensors);
		session.endProfiling();
		await session.release();
		return readEvents(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** @param {string} folder that holds one file, of the name that the runtime gave it */
function readEvents(folder) {
	const [file = ""] = readdirSync(folder);
	return JSON.parse(readFileSync(join(folder, file), "utf8"));
}
