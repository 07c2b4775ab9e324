// Real faults in real workers: what docs/failures.md says of each is what happens here.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { ModelManifest, SelfTest } from "../models/model-spec.ts";
import { shortSelfTest, withShortWindows } from "../models/short-windows.fixture.ts";
import { prose } from "../prose.fixture.ts";
import type { FoundDevices } from "./device/device-candidates.ts";
import { type Fault, faultyWorkers } from "./faulty-worker.fixture.ts";
import { Scorer } from "./scorer.ts";
import type { StartRequest } from "./start-worker.ts";

const opened: Scorer[] = [];
afterEach(() => {
	localStorage.clear();
	for (const scorer of opened.splice(0)) scorer.dispose(new CompressorError("disposed", "test over"));
});

const url = (path: string) => new URL(path, location.href).href;
const never = new AbortController().signal;

/** Several windows, and one. */
const long = prose(1500);
const short = "Never restart the database on Friday, whatever the dashboard says.";

const wasm: FoundDevices = { candidates: [{ device: "wasm", why: "asked for" }] };
/** The test browser's GPU in software, as if it were a real one. */
const both: FoundDevices = {
	candidates: [{ device: "webgpu", why: "the browser offers a GPU" }, ...wasm.candidates],
};

/** The embedded model's own files, in short windows. */
let small: Record<string, string>;
let wrongDecisions: Record<string, string>;

beforeAll(async () => {
	const read = async (name: string) => (await fetch(`/models/embedded/${name}`)).json();
	const file = (content: object) =>
		URL.createObjectURL(new Blob([JSON.stringify(content)], { type: "application/json" }));
	const manifest = (await read("manifest.json")) as ModelManifest;
	const { windows } = (await read("self-test.json")) as SelfTest;
	const reversed = windows.map(({ keepProbability, ...window }) => ({
		...window,
		keepProbability: keepProbability.map((p) => 1 - p),
	}));
	small = {
		"manifest.json": file(withShortWindows(manifest)),
		"self-test.json": file(shortSelfTest({ windows })),
	};
	wrongDecisions = { "self-test.json": file({ windows: reversed }) };
});

interface Trial extends Partial<Pick<StartRequest, "wasmFiles">> {
	/** How many of the workers have the fault. Default: the first. */
	readonly times?: number;
	readonly silence?: number;
	/** In place of the model's own. Default: `small`. */
	readonly files?: Record<string, string>;
}

/** A scorer whose first worker has a fault, which strikes it after its first window. */
function suffer(fault: Fault, found: FoundDevices, { times, silence, files = small, wasmFiles }: Trial = {}) {
	const { connect, started, strike } = faultyWorkers(fault, times);
	const events: ProgressEvent[] = [];
	const struck = new Set<Worker | undefined>();
	const model = { id: "embedded", url: url("/models/embedded/"), files };
	const findDevices = async () => found;
	const scorer = new Scorer(
		{
			model,
			device: "auto",
			wasmUrl: url("/ort/"),
			wasmFiles,
			connect: () => connect("", silence),
			findDevices,
		},
		(event) => {
			events.push(event);
			if (event.stage !== "score" || event.done === 0 || struck.has(started.at(-1))) return;
			struck.add(started.at(-1));
			strike();
		},
	);
	opened.push(scorer);
	return { scorer, events, started, strike };
}

describe("a worker that fails between two windows", () => {
	it.each([
		["ends", "ended unexpectedly"],
		["hangs", "gave no sign of life for 15 seconds"],
		["throws", "outside of a call"],
	] as const)("%s: another goes on behind the windows that were scored", async (fault, what) => {
		const { scorer, events, started } = suffer(fault, wasm, fault === "hangs" ? { silence: 15_000 } : {});
		const { info, windows, windowsRun } = await scorer.score({ text: long }, never);
		expect(info).toMatchObject({ device: "wasm", reason: expect.stringContaining(what) });
		expect(started).toHaveLength(2);
		expect(windowsRun).toBeLessThan(windows);
		const done = events.flatMap((event) => (event.stage === "score" ? [event.done] : []));
		expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
		expect(done.at(-1)).toBe(windows);
	});

	it("is terminated behind the library's back: another takes over", async () => {
		const { scorer, started } = suffer("none", wasm);
		await scorer.load(never);
		const score = scorer.score({ text: long }, never);
		started[0]?.terminate();
		expect((await score).info.reason).toContain("ended unexpectedly");
		expect(started).toHaveLength(2);
	});
});

describe("WASM", () => {
	it("without memory ends with out-of-memory, after a try with one thread", async () => {
		const { scorer, started } = suffer("has little memory", wasm, { times: 2 });
		await expect(scorer.load(never)).rejects.toMatchObject({ code: "out-of-memory" });
		expect(started).toHaveLength(2);
		expect(await scorer.load(never)).toMatchObject({ device: "wasm" });
	});

	it.each([
		["cannot start threads", /with threads it did not start/],
		["hangs at its first thread", /with threads it did not start \(.*no sign of life for 10 seconds/],
		["cannot load its threads", /with threads it did not start \(.*a thread could not be loaded/],
	] as const)("that %s goes on with one", async (fault, reason) => {
		const { scorer } = suffer(fault, wasm, { times: 2 });
		const info = await scorer.load(never);
		expect(info).toMatchObject({ threads: 1, reason: expect.stringMatching(reason) });
	});

	it("asks for nothing of the build for WebGPU", async () => {
		const nothing = url("/nothing/");
		const wasmFiles = Object.fromEntries(
			["mjs", "wasm"].map((type) => [`ort-wasm-simd-threaded.asyncify.${type}`, nothing]),
		);
		expect(await suffer("none", wasm, { wasmFiles }).scorer.load(never)).toMatchObject({ device: "wasm" });
	});

	it("that decides otherwise than the stored decisions is refused, however it's started", async () => {
		const { scorer, started } = suffer("none", wasm, { files: wrongDecisions });
		await expect(scorer.score({ text: short }, never)).rejects.toMatchObject({
			code: "no-device",
			message: expect.stringContaining("failed the self-test"),
		});
		expect(started).toHaveLength(2);
	});
});

describe("WebGPU", { timeout: 300_000 }, () => {
	it.each<[Fault, RegExp]>([
		["has a GPU that is wrong", /WebGPU was refused \(.*failed the self-test/],
		["cannot compile shaders", /WebGPU was refused \(/],
	])("%s: WASM takes its place and says why", async (fault, reason) => {
		const { scorer } = suffer(fault, both);
		const { info, windowsRun } = await scorer.score({ text: short }, never);
		expect(info).toMatchObject({ device: "wasm", reason: expect.stringMatching(reason) });
		expect(windowsRun).toBe(1);
	});

	it("without its wasm file: WASM takes its place and says why", async () => {
		const wasmFiles = { "ort-wasm-simd-threaded.asyncify.wasm": url("/faulty/missing/gpu/none.onnx") };
		const { info } = await suffer("none", both, { wasmFiles }).scorer.score({ text: short }, never);
		expect(info).toMatchObject({ device: "wasm", reason: expect.stringContaining("HTTP status 404") });
	});

	it("loses its device in the middle: WASM goes on behind the windows that were scored", async () => {
		const { scorer, started } = suffer("loses the GPU", both);
		expect(await scorer.load(never)).toMatchObject({ device: "webgpu" });
		const { info, windows, windowsRun } = await scorer.score({ text: prose(300) }, never);
		expect(info.reason).toMatch(/^WASM with .*: WebGPU failed \(device "webgpu" was lost/);
		expect(windowsRun).toBeLessThan(windows);
		expect(started).toHaveLength(2);
	});

	it("is measured against WASM, once: the next load starts the faster one alone", async () => {
		const found = { ...both, gpu: "a GPU in software" };
		const first = suffer("none", found);
		const { reason, device } = await first.scorer.load(never);
		expect(reason).toMatch(/: [\d.]+ ms a window against [\d.]+ ms for /);
		expect(first.started).toHaveLength(2);
		const second = suffer("none", found);
		const info = await second.scorer.load(never);
		expect(info).toMatchObject({
			device,
			reason: reason?.replace(/\.$/, "; remembered from an earlier measurement."),
		});
		expect(second.started).toHaveLength(1);
	});
});
