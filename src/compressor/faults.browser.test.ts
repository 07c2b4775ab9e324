// Real faults in real workers: what docs/failures.md says of each is what happens here.
import { afterEach, describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import { prose } from "../prose.fixture.ts";
import type { FoundDevices } from "./device-candidates.ts";
import { type Fault, faultyWorkers } from "./faulty-worker.fixture.ts";
import { Scorer } from "./scorer.ts";
import type { StartRequest } from "./start-worker.ts";

const opened: Scorer[] = [];
afterEach(() => {
	for (const scorer of opened.splice(0)) scorer.dispose(new CompressorError("disposed", "test over"));
});

const url = (path: string) => new URL(path, location.href).href;
const never = new AbortController().signal;

/** Several windows. */
const long = prose(1500);

const wasm: FoundDevices = { candidates: [{ device: "wasm", why: "asked for" }] };
/** The test browser's GPU in software, as if it were a real one. */
const both: FoundDevices = { candidates: [{ device: "webgpu", why: "there is a GPU" }, ...wasm.candidates] };

interface Trial extends Partial<Pick<StartRequest, "wasmFiles">> {
	readonly times?: number;
	readonly silence?: number;
	readonly files?: Record<string, string>;
}

/** A scorer whose first worker has a fault, which strikes after the first window. */
function suffer(fault: Fault, found: FoundDevices, { times, silence, files, wasmFiles }: Trial = {}) {
	const workers = faultyWorkers(fault, times);
	const events: ProgressEvent[] = [];
	const struck = new Set<Worker | undefined>();
	const scorer = new Scorer(
		{
			model: { id: "embedded", url: url("/models/embedded/"), files },
			device: "auto",
			wasmUrl: url("/ort/"),
			wasmFiles,
			connect: () => workers.connect("", silence),
			findDevices: async () => found,
		},
		(event) => {
			events.push(event);
			if (event.stage !== "score" || event.done === 0 || struck.has(workers.started.at(-1))) return;
			struck.add(workers.started.at(-1));
			workers.strike();
		},
	);
	opened.push(scorer);
	return { scorer, events, ...workers };
}

async function outcome(call: Promise<unknown>) {
	const began = performance.now();
	const result = await call.catch((error: unknown) => error);
	console.log(
		"OUTCOME",
		Math.round(performance.now() - began),
		JSON.stringify(result, (key, value) => (key === "words" || key === "known" ? undefined : value)),
		String(result),
	);
	return result;
}
describe("explore", { timeout: 200_000 }, () => {
	it.each(["ends", "hangs", "throws"] as const)("%s", async (fault) => {
		const { scorer, started } = suffer(fault, wasm, { silence: 4000 });
		await outcome(scorer.score({ text: long }, never));
		expect(started.length).toBe(2);
	});
	it("little memory", async () => {
		const { scorer, started } = suffer("has little memory", wasm, { times: 2 });
		await outcome(scorer.load(never));
		console.log(started.length);
	});
	it("no threads", async () => {
		const { scorer, started } = suffer("cannot start threads", wasm, { times: 2, silence: 10000 });
		await outcome(scorer.load(never));
		console.log(started.length);
	});
	it.each(["loses the GPU", "has a GPU that is wrong", "cannot compile shaders"] as const)(
		"%s",
		async (fault) => {
			const { scorer, started } = suffer(fault, both);
			await outcome(scorer.load(never));
			await outcome(scorer.score({ text: long }, never));
			console.log(started.length);
		},
	);
	it("measure", async () => {
		const { scorer, started } = suffer("none", { ...both, gpu: "test" });
		await outcome(scorer.load(never));
		console.log(started.length, JSON.stringify(localStorage));
	});
});
