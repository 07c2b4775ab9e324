// Scores a text through the library's bridge and worker and tells how much of the time was the model's.
import { type Connection, connectTo } from "../../src/bridge/connect.ts";
import { resolveAssets } from "../../src/models/assets.ts";
import type { PageFunctions } from "../page-functions.ts";
import type { RunTime } from "./timed-worker.ts";

let connection: Connection | undefined;
let modelMs = 0;
let jobs = 0;

export const timedScoring: Pick<PageFunctions, "openTimedWorker" | "scoreTimed"> = {
	async openTimedWorker() {
		const worker = new Worker(new URL("./timed-worker.ts", import.meta.url), { type: "module" });
		worker.addEventListener("message", ({ data }: MessageEvent<Partial<RunTime> | null>) => {
			modelMs += data?.modelMs ?? 0;
		});
		connection = connectTo(worker, "timed-worker.ts");
		const { embeddedModelUrl, wasmUrl } = resolveAssets("./", document.baseURI);
		const model = { id: "embedded", url: embeddedModelUrl };
		await connection.load({ model, device: "wasm", wasmUrl }, () => {});
	},

	async scoreTimed(text) {
		if (!connection) throw new Error("openTimedWorker() comes first");
		modelMs = 0;
		const began = performance.now();
		const { windows, windowsRun } = await connection.score({ jobId: jobs++, text }, () => {});
		return { totalMs: performance.now() - began, modelMs, windows, windowsRun };
	},
};
