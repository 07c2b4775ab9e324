import { describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import { fakeWorkers, modelInfo, scoreResponse, turn } from "./fake-worker.fixture.ts";
import { Scorer } from "./scorer.ts";

const never = new AbortController().signal;
const crash = () => new CompressorError("worker-crashed", "gone");

function scorer(workers: ReturnType<typeof fakeWorkers>, events: ProgressEvent[] = []) {
	const model = { id: "m", url: "https://a.example/m/" };
	return new Scorer(
		{ model, device: "wasm", wasmUrl: "https://a.example/ort/", connect: workers.connect },
		(event) => events.push(event),
	);
}

describe("scoring", () => {
	it("starts one worker for all texts and gives it one at a time, in order", async () => {
		const workers = fakeWorkers({});
		const engine = scorer(workers);
		const first = engine.score({ text: "a" }, never);
		const second = engine.score({ text: "b" }, never);
		await turn();
		const [worker] = workers.started;
		expect(worker?.scores.map(({ request }) => request.text)).toEqual(["a"]);
		worker?.scores[0]?.resolve(scoreResponse(1));
		expect(await first).toMatchObject({ windows: 1, info: { model: "m", device: "wasm" } });
		await turn();
		expect(worker?.scores.map(({ request }) => request.text)).toEqual(["a", "b"]);
		worker?.scores[1]?.resolve(scoreResponse(2));
		expect(await second).toMatchObject({ windows: 2 });
		expect(workers.started).toHaveLength(1);
	});

	it("tells the worker of an abort and rejects at once", async () => {
		const workers = fakeWorkers({});
		const engine = scorer(workers);
		const controller = new AbortController();
		const score = engine.score({ text: "a" }, controller.signal);
		await turn();
		controller.abort();
		await expect(score).rejects.toMatchObject({ code: "aborted", name: "AbortError" });
		const [worker] = workers.started;
		expect(worker?.cancelled).toEqual([worker?.scores[0]?.request.jobId]);
		expect(worker?.closedFor).toBeUndefined();
	});

	it("says nothing to the worker of an abort after the answer", async () => {
		const workers = fakeWorkers({});
		const controller = new AbortController();
		const score = scorer(workers).score({ text: "a" }, controller.signal);
		await turn();
		workers.started[0]?.scores[0]?.resolve(scoreResponse());
		await score;
		controller.abort();
		expect(workers.started[0]?.cancelled).toEqual([]);
	});
});

describe("a crash", () => {
	it("replaces the worker and tries the text once more, with its question", async () => {
		const workers = fakeWorkers({});
		const score = scorer(workers).score({ text: "a", question: "Why?" }, never);
		await turn();
		workers.started[0]?.scores[0]?.reject(crash());
		await turn();
		expect(workers.started[0]?.closedFor).toMatchObject({ code: "worker-crashed" });
		expect(workers.started[1]?.scores[0]?.request).toMatchObject({ text: "a", question: "Why?" });
		workers.started[1]?.scores[0]?.resolve(scoreResponse(4));
		expect(await score).toMatchObject({ windows: 4 });
	});

	it("rejects after the second, and the next text gets a third worker", async () => {
		const workers = fakeWorkers({});
		const engine = scorer(workers);
		const score = engine.score({ text: "a" }, never);
		await turn();
		workers.started[0]?.scores[0]?.reject(crash());
		await turn();
		workers.started[1]?.scores[0]?.reject(crash());
		await expect(score).rejects.toMatchObject({ code: "worker-crashed" });
		const next = engine.score({ text: "b" }, never);
		await turn();
		workers.started[2]?.scores[0]?.resolve(scoreResponse());
		expect(await next).toMatchObject({ windows: 1 });
	});

	it("of memory is tried once more in a fresh worker, too, and then ends", async () => {
		const workers = fakeWorkers({});
		const score = scorer(workers).score({ text: "a" }, never);
		for (const at of [0, 1]) {
			await turn();
			workers.started[at]?.scores[0]?.reject(new CompressorError("out-of-memory", "full"));
		}
		await expect(score).rejects.toMatchObject({ code: "out-of-memory" });
		expect(workers.started.map(({ closedFor }) => closedFor?.code)).toEqual([
			"out-of-memory",
			"out-of-memory",
		]);
	});

	it("hands the windows that were scored to the next worker, those of the next too", async () => {
		const workers = fakeWorkers({});
		const engine = scorer(workers);
		const score = engine.score({ text: "a" }, never);
		const window = (key: string) => ({ key, scores: { keepProbability: Float32Array.of(0.5) } });
		await turn();
		const first = workers.started[0]?.scores[0];
		first?.onProgress({ stage: "window", ...window("1") });
		first?.onProgress({ stage: "window", ...window("2") });
		first?.reject(crash());
		await turn();
		const second = workers.started[1]?.scores[0];
		expect(first?.request.known).toEqual([]);
		expect(second?.request.known).toEqual([window("1"), window("2")]);
		second?.resolve(scoreResponse());
		await score;
		void engine.score({ text: "b" }, never).catch(() => {});
		await turn();
		expect(workers.started[1]?.scores[1]?.request.known).toEqual([]);
	});

	it.each(["invalid-option", "model-load-failed"] as const)("is not what %s is", async (code) => {
		const workers = fakeWorkers({});
		const score = scorer(workers).score({ text: "a" }, never);
		await turn();
		workers.started[0]?.scores[0]?.reject(new CompressorError(code, "no"));
		await expect(score).rejects.toMatchObject({ code });
		expect(workers.started).toHaveLength(1);
	});
});

describe("loading", () => {
	it("that fails is shared by waiting texts and tried again by the next", async () => {
		const workers = fakeWorkers();
		const engine = scorer(workers);
		const both = Promise.allSettled([engine.score({ text: "a" }, never), engine.score({ text: "b" }, never)]);
		await turn();
		workers.started[0]?.loads[0]?.reject(new CompressorError("model-load-failed", "404"));
		expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		expect(workers.started).toHaveLength(1);
		const load = engine.load(never);
		await turn();
		const again = workers.started[1]?.loads[0];
		if (again) again.resolve(modelInfo(again.request));
		expect(await load).toMatchObject({ model: "m" });
	});

	it("ends its worker when the only one who waits aborts", async () => {
		const workers = fakeWorkers();
		const controller = new AbortController();
		const load = scorer(workers).load(controller.signal);
		await turn();
		controller.abort();
		await expect(load).rejects.toMatchObject({ code: "aborted" });
		expect(workers.started[0]?.closedFor).toMatchObject({ code: "aborted" });
	});
});

describe("progress", () => {
	it("only grows over a crash and ends at its total, whatever comes late", async () => {
		const workers = fakeWorkers({});
		const events: ProgressEvent[] = [];
		const score = scorer(workers, events).score({ text: "a" }, never);
		await turn();
		const first = workers.started[0]?.scores[0];
		first?.onProgress({ stage: "score", done: 0, total: 3 });
		first?.onProgress({ stage: "score", done: 2, total: 3 });
		first?.reject(crash());
		await turn();
		const second = workers.started[1]?.scores[0];
		second?.onProgress({ stage: "score", done: 1, total: 3 });
		second?.resolve(scoreResponse(3));
		await score;
		second?.onProgress({ stage: "score", done: 3, total: 3 });
		const done = events.map((event) => (event.stage === "score" ? event.done : Number.NaN));
		expect(done).toEqual([0, 2, 3]);
	});

	it("of downloads only grows over a crash, and begins anew after a load that failed", async () => {
		const workers = fakeWorkers();
		const events: ProgressEvent[] = [];
		const engine = scorer(workers, events);
		const download = (loaded: number) =>
			({ stage: "download", model: "embedded", file: "model.onnx", loaded, total: 9 }) as const;
		const load = async (at: number, loaded: number[], failure?: CompressorError) => {
			await turn();
			const call = workers.started[at]?.loads[0];
			for (const bytes of loaded) call?.onProgress(download(bytes));
			if (failure) call?.reject(failure);
			else if (call) call.resolve(modelInfo(call.request));
			await turn();
		};
		const failing = expect(engine.load(never)).rejects.toMatchObject({ code: "model-load-failed" });
		await load(0, [0, 5], new CompressorError("model-load-failed", "cut off"));
		await failing;
		const score = engine.score({ text: "a" }, never);
		await load(1, [0, 9]);
		workers.started[1]?.scores[0]?.reject(crash());
		await load(2, [0, 5, 9]);
		workers.started[2]?.scores[0]?.resolve(scoreResponse());
		await score;
		const loaded = events.flatMap((event) => (event.stage === "download" ? [event.loaded] : []));
		expect(loaded).toEqual([0, 5, 0, 9, 9]);
	});
});

describe("dispose", () => {
	it("rejects what the worker still owes with its reason", async () => {
		const workers = fakeWorkers({});
		const engine = scorer(workers);
		const score = engine.score({ text: "a" }, never);
		await turn();
		const reason = new CompressorError("disposed", "over");
		engine.dispose(reason);
		await expect(score).rejects.toBe(reason);
	});
});
