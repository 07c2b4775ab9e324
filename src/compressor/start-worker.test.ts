import { afterEach, describe, expect, it, vi } from "vitest";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { DevicePreference } from "./device-candidates.ts";
import { fakeWorkers, modelInfo, turn } from "./fake-worker.fixture.ts";
import { startWorker } from "./start-worker.ts";

const model = { id: "m", url: "https://a.example/m/" };
const never = new AbortController().signal;

afterEach(() => vi.unstubAllGlobals());

/** A browser whose WebGPU offers this adapter. */
function offer(adapter: { info: { isFallbackAdapter: boolean } } | null): void {
	vi.stubGlobal("navigator", { gpu: { requestAdapter: async () => adapter } });
}

function start(
	device: DevicePreference,
	workers = fakeWorkers(),
	signal = never,
	events: ProgressEvent[] = [],
) {
	const request = { model, device, wasmUrl: "https://a.example/ort/", connect: workers.connect };
	return { running: startWorker(request, (event) => events.push(event), signal), ...workers };
}

describe("auto", () => {
	it.each([
		["without WebGPU", () => vi.stubGlobal("navigator", {}), "the browser has no WebGPU"],
		["without an adapter", () => offer(null), "no WebGPU adapter"],
		["with a software adapter", () => offer({ info: { isFallbackAdapter: true } }), "a software one"],
	])("takes WASM %s and says so", async (_name, prepare, why) => {
		prepare();
		const { running, started } = start("auto", fakeWorkers({}));
		expect((await running).info).toMatchObject({ device: "wasm", reason: expect.stringContaining(why) });
		expect((await running).info.reason).toMatch(/^WASM with 2 threads: /);
		expect(started).toHaveLength(1);
	});

	it("takes WebGPU of a real GPU", async () => {
		offer({ info: { isFallbackAdapter: false } });
		const { info } = await start("auto", fakeWorkers({ threads: 1 })).running;
		expect(info).toMatchObject({ device: "webgpu", reason: expect.stringMatching(/^WebGPU: /) });
	});

	it("falls back to WASM in a fresh worker when WebGPU is refused, and says why", async () => {
		offer({ info: { isFallbackAdapter: false } });
		const { running, started } = start("auto");
		await turn();
		started[0]?.loads[0]?.reject(new CompressorError("no-device", "failed the self-test."));
		await turn();
		const fallback = started[1]?.loads[0];
		if (fallback) fallback.resolve(modelInfo(fallback.request, { threads: 1 }));
		const { info } = await running;
		expect(info).toMatchObject({ device: "wasm" });
		expect(info.reason).toBe("WASM with 1 thread: WebGPU was refused (failed the self-test).");
		expect(started[0]?.closedFor).toMatchObject({ code: "no-device" });
	});
});

it.each(["webgpu", "wasm"] as const)("tries %s alone when it's asked for", async (device) => {
	const { running, started } = start(device);
	await turn();
	started[0]?.loads[0]?.reject(new CompressorError("no-device", "none"));
	await expect(running).rejects.toMatchObject({ code: "no-device", message: "none" });
	expect(started.map(({ loads }) => loads[0]?.request.device)).toEqual([device]);
});

it("shows downloads that only grow, also when a second device loads the same file again", async () => {
	offer({ info: { isFallbackAdapter: false } });
	const events: ProgressEvent[] = [];
	const { running, started } = start("auto", fakeWorkers(), never, events);
	const download = (file: string, loaded: number) => ({ stage: "download", file, loaded, total: 9 }) as const;
	await turn();
	const first = started[0]?.loads[0];
	first?.onProgress(download("tokenizer.json", 9));
	first?.reject(new CompressorError("no-device", "none"));
	await turn();
	const second = started[1]?.loads[0];
	for (const loaded of [0, 5, 9]) second?.onProgress(download("tokenizer.json", loaded));
	second?.onProgress(download("model.onnx", 0));
	if (second) second.resolve(modelInfo(second.request));
	await running;
	expect(events).toEqual([
		download("tokenizer.json", 9),
		download("tokenizer.json", 9),
		download("model.onnx", 0),
	]);
});

it("ends its worker when the signal aborts, while it loads and afterwards", async () => {
	const controller = new AbortController();
	const loading = start("wasm", fakeWorkers(), controller.signal);
	const loaded = start("wasm", fakeWorkers({}), controller.signal);
	await loaded.running;
	controller.abort();
	await expect(loading.running).rejects.toMatchObject({ code: "aborted" });
	expect(loading.started[0]?.closedFor).toMatchObject({ code: "aborted" });
	expect(loaded.started[0]?.closedFor).toMatchObject({ code: "aborted" });
});
