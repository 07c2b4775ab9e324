import { afterEach, describe, expect, it, vi } from "vitest";
import { CompressorError } from "../../core/error.ts";
import { type FakeWorker, fakeWorkers, modelInfo, turn } from "../fake-worker.fixture.ts";
import type { DevicePreference } from "./device-candidates.ts";
import { DeviceChooser } from "./device-chooser.ts";
import { memoryStorage, offerGpu, realGpu } from "./gpu.fixture.ts";

const model = { id: "m", url: "https://a.example/m/" };
const never = () => new AbortController().signal;
const refusal = () => new CompressorError("no-device", "7.2 % of its decisions differ.");

afterEach(() => vi.unstubAllGlobals());

function choose(device: DevicePreference, workers = fakeWorkers(), signal = never()) {
	const request = { model, device, wasmUrl: "https://a.example/ort/", connect: workers.connect };
	const chooser = new DeviceChooser(request);
	const running = chooser.start(() => {}, signal);
	// A test that goes on before it looks at a failure leaves none unhandled.
	running.catch(() => {});
	return { chooser, running, ...workers };
}

const deviceOf = (worker: FakeWorker | undefined) => worker?.loads[0]?.request.device;

const answers = { windows: [{ text: "", inputIds: [1], keepProbability: [1] }] };

/** Loads the worker that was started last and says how long a window takes. */
async function measured({ started }: ReturnType<typeof fakeWorkers>, windowMs: number, threads = 1) {
	await turn();
	const worker = started.at(-1);
	const load = worker?.loads[0];
	if (load) load.resolve(modelInfo(load.request, { threads }));
	await turn();
	worker?.measurements[0]?.resolve({ windowMs, answers });
	await turn();
}

async function refused({ started }: ReturnType<typeof fakeWorkers>, failure = refusal()) {
	await turn();
	started.at(-1)?.loads[0]?.reject(failure);
	await turn();
}

describe("without a GPU", () => {
	it.each([
		["without WebGPU", () => vi.stubGlobal("navigator", {}), "the browser has no WebGPU"],
		["without an adapter", () => offerGpu(null), "no WebGPU adapter"],
		["with a software adapter", () => offerGpu({ info: { isFallbackAdapter: true } }), "a software one"],
	])("%s auto takes WASM, says so, and measures nothing", async (_name, prepare, why) => {
		prepare();
		const { running, started } = choose("auto", fakeWorkers({}));
		expect((await running).info).toMatchObject({ device: "wasm", reason: expect.stringContaining(why) });
		expect((await running).info.reason).toMatch(/^WASM with 2 threads: /);
		expect(started.map(({ measurements }) => measurements.length)).toEqual([0]);
	});

	it.each(["webgpu", "wasm"] as const)("%s alone is tried when it's asked for", async (device) => {
		const { running, started } = choose(device);
		await turn();
		started[0]?.loads[0]?.reject(new CompressorError("no-device", "none"));
		await expect(running).rejects.toMatchObject({ code: "no-device", message: "none" });
		expect(started.map(deviceOf)).toEqual([device]);
	});

	it("a browser that never says whether it has one is not waited for", async () => {
		vi.useFakeTimers();
		vi.stubGlobal("navigator", { gpu: { requestAdapter: () => new Promise(() => {}) } });
		const { running } = choose("auto", fakeWorkers({}));
		await vi.advanceTimersByTimeAsync(5000);
		vi.useRealTimers();
		expect((await running).info.reason).toBe(
			"WASM with 2 threads: the browser did not say whether it has a WebGPU adapter.",
		);
	});
});

describe("with a GPU", () => {
	it.each([
		[180, 12.4, "webgpu", "WebGPU: 12 ms a window against 180 ms for WASM with 4 threads."],
		[31, 33, "wasm", "WASM with 4 threads: 31 ms a window against 33 ms for WebGPU."],
		[180, 3.14, "webgpu", "WebGPU: 3.1 ms a window against 180 ms for WASM with 4 threads."],
	])("WASM %d ms, WebGPU %d ms: takes %s and closes the other", async (wasm, webgpu, device, reason) => {
		offerGpu(realGpu);
		const chosen = choose("auto");
		await measured(chosen, wasm, 4);
		await measured(chosen, webgpu);
		expect((await chosen.running).info).toMatchObject({ device, reason });
		const open = chosen.started.filter(({ closedFor }) => !closedFor);
		expect(open.map(deviceOf)).toEqual([device]);
	});

	it("hands WASM's answers to WebGPU as its reference", async () => {
		offerGpu(realGpu);
		const chosen = choose("auto");
		await measured(chosen, 2);
		await measured(chosen, 1);
		expect(chosen.started.map(({ measurements }) => measurements[0]?.request)).toEqual([undefined, answers]);
	});

	it("refuses WebGPU whose decisions differ, and remembers that too", async () => {
		const { entries, storage } = memoryStorage();
		offerGpu(realGpu, storage);
		const chosen = choose("auto");
		await measured(chosen, 180, 4);
		await refused(chosen);
		const reason = "WASM with 4 threads: WebGPU was refused (7.2 % of its decisions differ).";
		expect((await chosen.running).info).toMatchObject({ device: "wasm", reason });
		expect(chosen.started[1]?.closedFor).toMatchObject({ code: "no-device" });
		expect(entries.size).toBe(1);
	});

	it("remembers nothing where a device failed by accident", async () => {
		const { entries, storage } = memoryStorage();
		offerGpu(realGpu, storage);
		const chosen = choose("auto");
		await measured(chosen, 180);
		await refused(chosen, new CompressorError("worker-crashed", "gone"));
		expect((await chosen.running).info).toMatchObject({ device: "wasm" });
		expect(entries.size).toBe(0);
	});

	it("ends with the last device's error when none can be used", async () => {
		offerGpu(realGpu);
		const chosen = choose("auto");
		await refused(chosen, new CompressorError("model-load-failed", "404"));
		await refused(chosen);
		await expect(chosen.running).rejects.toMatchObject({ code: "no-device" });
	});

	it("stops measuring when the signal aborts", async () => {
		offerGpu(realGpu);
		const controller = new AbortController();
		const chosen = choose("auto", fakeWorkers(), controller.signal);
		await measured(chosen, 180);
		await turn();
		controller.abort();
		await expect(chosen.running).rejects.toMatchObject({ code: "aborted" });
		expect(chosen.started.map(({ closedFor }) => closedFor?.code)).toEqual(["aborted", "aborted"]);
	});
});

describe("a remembered choice", () => {
	/** A browser in which WebGPU was faster. */
	async function visited() {
		const { entries, storage } = memoryStorage();
		offerGpu(realGpu, storage);
		const chosen = choose("auto");
		await measured(chosen, 180, 4);
		await measured(chosen, 12);
		await chosen.running;
		return { entries };
	}

	it("starts that device alone, without measuring", async () => {
		await visited();
		const { running, started } = choose("auto", fakeWorkers({ threads: 1 }));
		expect((await running).info.reason).toBe(
			"WebGPU: 12 ms a window against 180 ms for WASM with 4 threads; remembered from an earlier measurement.",
		);
		expect(started.map(deviceOf)).toEqual(["webgpu"]);
		expect(started[0]?.measurements).toEqual([]);
	});

	it("that fails is forgotten, and the other device goes on", async () => {
		const { entries } = await visited();
		const chosen = choose("auto");
		await refused(chosen);
		const load = chosen.started[1]?.loads[0];
		if (load) load.resolve(modelInfo(load.request));
		expect((await chosen.running).info.reason).toBe(
			"WASM with 2 threads: WebGPU failed (7.2 % of its decisions differ).",
		);
		expect(entries.size).toBe(0);
	});

	it("for another version of the model is measured anew", async () => {
		await visited();
		const chosen = choose("auto");
		await turn();
		const load = chosen.started[0]?.loads[0];
		if (load) load.resolve(modelInfo(load.request, { version: "2" }));
		await measured(chosen, 7);
		await measured(chosen, 5);
		expect((await chosen.running).info.reason).toMatch(/^WebGPU: 5.0 ms/);
		expect(chosen.started.map(deviceOf)).toEqual(["webgpu", "wasm", "webgpu"]);
		expect(chosen.started[0]?.closedFor).toMatchObject({ code: "disposed" });
	});
});

describe("a device that fails at work", () => {
	it("comes last from then on, in a fresh worker, and is forgotten", async () => {
		const { entries, storage } = memoryStorage();
		offerGpu(realGpu, storage);
		const workers = fakeWorkers();
		const { chooser, running } = choose("auto", workers);
		await measured(workers, 180);
		await measured(workers, 12);
		expect(entries.size).toBe(1);
		chooser.failed(await running, new CompressorError("no-device", 'device "webgpu" was lost.'));
		expect(entries.size).toBe(0);
		const second = chooser.start(() => {}, never());
		await turn();
		expect(deviceOf(workers.started[2])).toBe("wasm");
		const load = workers.started[2]?.loads[0];
		if (load) load.resolve(modelInfo(load.request));
		expect((await second).info.reason).toBe('WASM with 2 threads: WebGPU failed (device "webgpu" was lost).');
		chooser.failed(await second, new CompressorError("worker-crashed", "gone."));
		void chooser.start(() => {}, never()).catch(() => {});
		await turn();
		expect(deviceOf(workers.started[3])).toBe("webgpu");
	});

	it("and is the only one is taken once more", async () => {
		const workers = fakeWorkers({});
		const { chooser, running } = choose("wasm", workers);
		chooser.failed(await running, new CompressorError("worker-crashed", "The worker ended unexpectedly."));
		const { info } = await chooser.start(() => {}, never());
		expect(info.reason).toBe("WASM with 2 threads: WASM failed (The worker ended unexpectedly).");
		expect(chooser.tries).toBe(2);
	});
});
