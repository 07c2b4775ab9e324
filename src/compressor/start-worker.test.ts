import { afterEach, describe, expect, it, vi } from "vitest";
import { CompressorError } from "../core/error.ts";
import { fakeWorkers, modelInfo, turn } from "./fake-worker.fixture.ts";
import { startWorker } from "./start-worker.ts";

const model = { id: "m", url: "https://a.example/m/" };
const never = new AbortController().signal;
const noThread = () => new CompressorError("model-load-failed", "no thread could be started");

function start(device: "webgpu" | "wasm", workers = fakeWorkers(), signal = never) {
	const request = { model, device, wasmUrl: "https://a.example/ort/", connect: workers.connect };
	const running = startWorker({ device }, request, () => {}, signal);
	// A test that goes on before it looks at a failure leaves none unhandled.
	running.catch(() => {});
	return { running, ...workers };
}

afterEach(() => vi.unstubAllGlobals());

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

describe("WASM that fails to start", () => {
	it("with threads is started in a fresh worker with one", async () => {
		const { running, started } = start("wasm");
		const first = started[0]?.loads[0];
		first?.onProgress({ stage: "warm-up" });
		first?.reject(noThread());
		await turn();
		const second = started[1]?.loads[0];
		expect(second?.request).toMatchObject({ device: "wasm", threads: 1 });
		if (second) second.resolve(modelInfo(second.request, { threads: 1 }));
		const reason = "with threads it did not start (no thread could be started)";
		expect((await running).info).toMatchObject({ threads: 1, reason });
		expect(started[0]?.closedFor).toMatchObject({ message: "no thread could be started" });
	});

	it("and dies of its threads before its files are there is started with one", async () => {
		const { running, started } = start("wasm");
		started[0]?.loads[0]?.reject(new CompressorError("worker-crashed", "no sign of life for 10 seconds"));
		await turn();
		const second = started[1]?.loads[0];
		if (second) second.resolve(modelInfo(second.request, { threads: 1 }));
		expect((await running).info).toMatchObject({
			threads: 1,
			reason: expect.stringContaining("no sign of life"),
		});
	});

	it("with one thread as well ends in its error", async () => {
		const { running, started } = start("wasm");
		for (const at of [0, 1]) {
			const load = started[at]?.loads[0];
			load?.onProgress({ stage: "warm-up" });
			load?.reject(noThread());
			await turn();
		}
		await expect(running).rejects.toThrow("no thread could be started");
		expect(started).toHaveLength(2);
	});

	it.each([
		["before its files are there", true, false],
		["where the page may have no threads", false, true],
	])("%s is not started again", async (_name, isolated, hasFiles) => {
		vi.stubGlobal("crossOriginIsolated", isolated);
		const { running, started } = start("wasm");
		const load = started[0]?.loads[0];
		if (hasFiles) load?.onProgress({ stage: "warm-up" });
		load?.reject(noThread());
		await expect(running).rejects.toThrow("no thread could be started");
		expect(started).toHaveLength(1);
	});
});
