// Scores that end early, with the real worker: by their signal, by dispose, by a crash.
import { afterEach, describe, expect, it } from "vitest";
import { type Connect, connect, connectTo } from "../bridge/connect.ts";
import type { Compressor } from "../compressor.ts";
import type { ProgressEvent, ProgressListener } from "../index.ts";
import { prose } from "../prose.fixture.ts";
import { createCompressorOver } from "./whole-compressor.ts";

const opened: Compressor[] = [];

function open(onProgress: ProgressListener, how: Connect = connect): Compressor {
	const compressor = createCompressorOver(how, { assetsUrl: "/", device: "wasm", onProgress });
	opened.push(compressor);
	return compressor;
}

afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));

/** Several windows. */
const long = prose(3000);
const short = "Never restart the database on Friday, whatever the dashboard says.";

const isUnderWay = (event: ProgressEvent) =>
	event.stage === "score" && event.done >= 1 && event.done < event.total;

/** The real worker, and a way to end it from the inside, as a crash of the browser's would. */
function mortal(): { connect: Connect; kill: () => void; started: () => number } {
	const workers: Worker[] = [];
	return {
		started: () => workers.length,
		kill: () => workers.at(-1)?.postMessage("die"),
		connect: () => {
			const main = new URL("../../worker/main.ts", import.meta.url).href;
			// Vitest's server wraps dynamic imports for its own page, which this worker isn't.
			const script = `
				globalThis.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };
				import "${main}";
				addEventListener("message", ({ data }) => { if (data === "die") close(); });`;
			const source = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
			const worker = new Worker(source, { type: "module" });
			workers.push(worker);
			return connectTo(worker, "mortal");
		},
	};
}

describe("progress", () => {
	it("of a score only grows and ends at its total", async () => {
		const events: ProgressEvent[] = [];
		await open((event) => events.push(event)).score(long);
		const scores = events.filter((event) => event.stage === "score");
		const done = scores.map((event) => event.done);
		expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
		expect(done[0]).toBe(0);
		expect(done.at(-1)).toBe(scores.at(-1)?.total);
		expect(done.length).toBeGreaterThan(2);
	});
});

describe("an abort", () => {
	it("in the middle rejects, is heard by the worker, and leaves it usable", async () => {
		const controller = new AbortController();
		const events: ProgressEvent[] = [];
		const compressor = open((event) => {
			events.push(event);
			if (isUnderWay(event)) controller.abort();
		});
		await expect(compressor.score(long, { signal: controller.signal })).rejects.toMatchObject({
			name: "AbortError",
			code: "aborted",
		});
		const next = await compressor.compress(short, { rate: 0.5 });
		expect(next.text).not.toBe("");
		const last = events.findLast((event) => event.stage === "score" && event.total > 1);
		expect(last).toSatisfy(isUnderWay);
	});

	it("of a waiting call rejects it and not the one that runs", async () => {
		const controller = new AbortController();
		const compressor = open((event) => {
			if (isUnderWay(event)) controller.abort();
		});
		const running = compressor.score(long);
		const waiting = compressor.score(short, { signal: controller.signal });
		await expect(waiting).rejects.toMatchObject({ code: "aborted" });
		expect((await running).words.length).toBeGreaterThan(1000);
	});
});

it("dispose in the middle of a score rejects it with disposed", async () => {
	const compressor: Compressor = open((event) => {
		if (isUnderWay(event)) void compressor.dispose();
	});
	await expect(compressor.score(long)).rejects.toMatchObject({ code: "disposed" });
	await expect(compressor.compress(short)).rejects.toMatchObject({ code: "disposed" });
});

describe("a crash in the middle of a score", () => {
	it("is survived once", async () => {
		const workers = mortal();
		let kills = 1;
		const compressor = open((event) => {
			if (isUnderWay(event) && kills-- > 0) workers.kill();
		}, workers.connect);
		const scored = await compressor.score(long);
		expect(scored.words.length).toBeGreaterThan(1000);
		expect(workers.started()).toBe(2);
	});

	it("is worker-crashed the second time, and the next text gets a fresh worker", async () => {
		const workers = mortal();
		let deadly = true;
		const compressor = open((event) => {
			if (deadly && event.stage === "score" && event.total > 1) workers.kill();
		}, workers.connect);
		await expect(compressor.score(long)).rejects.toMatchObject({ code: "worker-crashed" });
		deadly = false;
		expect((await compressor.compress(short)).text).not.toBe("");
		expect(workers.started()).toBe(3);
	});
});
