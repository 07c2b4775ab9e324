// A download against the fake hub: what breaks off goes on, what lasts is given up, and nothing wrong is taken.
import { describe, expect, it } from "vitest";
import type { Fault } from "../../e2e/hub-server.ts";
import type { ProgressEvent } from "../../src/core/progress.ts";
import type { Patience } from "./download.ts";
import { DownloadMeter } from "./download-meter.ts";
import { fileOnHub } from "./file-on-hub.fixture.ts";
import { loadFile } from "./load-files.ts";

const { hub, path, url, file, other, sha256, requests } = await fileOnHub(500_000);
const patience: Patience = { silence: 500, pauses: [1, 1, 1], longestPause: 5000 };

const ranges = () => requests().map(({ range }) => range);

async function load(faults: readonly Fault[], wanted: { sha256?: string; bytes?: number } = {}) {
	hub.breakNext(path, faults);
	const events: ProgressEvent[] = [];
	const meter = new DownloadMeter("some-model", (event) => events.push(event));
	const content = await loadFile({ url, ...wanted }, meter, { patience });
	return { content: Buffer.from(content), events };
}

describe("a download that is", () => {
	const rest = "bytes=300000-";
	it.each<[string, Fault[], (string | undefined)[]]>([
		["whole", ["none"], [undefined]],
		["slow", ["slow"], [undefined]],
		["cut", ["cut"], [undefined, rest]],
		["cut twice", ["cut", "cut"], [undefined, rest, "bytes=420000-"]],
		["stalled", ["stall"], [undefined, rest]],
		["not answered", ["silent"], [undefined, undefined]],
		["answered with 500 in between", ["cut", "error", "none"], [undefined, rest, rest]],
		["asked to come back in a second", ["busy"], [undefined, undefined]],
		["cut by a server that knows no ranges", ["cut", "no-range"], [undefined, rest]],
		["cut by a server that refuses ranges", ["cut", "refuses-range"], [undefined, rest, undefined]],
		["answered by a network's own page in between", ["cut", "html"], [undefined, rest, undefined]],
	])("%s gives the file, and asks for no more than is missing", async (_name, faults, expected) => {
		const { content, events } = await load(faults);
		expect(content.equals(file)).toBe(true);
		expect(ranges()).toEqual(expected);
		const loaded = events.map((event) => (event.stage === "download" ? event.loaded : Number.NaN));
		expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
		expect(events[0]).toMatchObject({ file: "model.onnx", loaded: 0, total: file.length });
		expect(events.at(-1)).toMatchObject({ loaded: file.length, total: file.length });
	});

	it("changed between two attempts is loaded from its beginning", async () => {
		const { content } = await load(["cut", "change"]);
		expect(content.equals(other)).toBe(true);
		expect(ranges()).toEqual([undefined, rest, undefined]);
	});

	it("changed, and known by its hash, is refused", async () => {
		await expect(load(["cut", "change"], { sha256 })).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringMatching(/SHA-256/),
		});
	});

	it("cut again and again is given up after as many pauses, the last attempt asking for the whole", async () => {
		const faults: Fault[] = ["cut", "no-range-cut", "no-range-cut", "no-range-cut", "none"];
		await expect(load(faults)).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringMatching(/model\.onnx: cut off after 300000 bytes/),
		});
		expect(ranges()).toEqual([undefined, rest, rest, undefined]);
	});

	it.each<[string, Fault[], RegExp, number]>([
		["not there", ["missing", "missing"], /HTTP status 404/, 2],
		["forbidden", ["forbidden", "forbidden"], /HTTP status 403/, 2],
		["never answered", ["silent", "silent"], /no byte in 0.5 seconds/, 2],
		["always failing", ["error", "error", "error", "error"], /HTTP status 500/, 4],
		["not to be had for an hour", ["busy-long"], /HTTP status 429/, 1],
		["twice another file of the size", ["wrong-bytes", "wrong-bytes"], /SHA-256 is/, 2],
		["twice too short", ["too-short", "too-short"], /250000 bytes instead of 500000/, 2],
		["twice too long", ["too-long", "too-long"], /more than 500000 bytes/, 2],
	])("%s is refused, with the reason", async (_name, faults, message, count) => {
		const wanted = { sha256, bytes: file.length };
		await expect(load(faults, wanted)).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringMatching(message),
		});
		expect(requests()).toHaveLength(count);
	});

	it("wrong only once is loaded once more", async () => {
		const { content } = await load(["wrong-bytes"], { sha256 });
		expect(content.equals(file)).toBe(true);
	});
});

it("an abort ends a download at once, and its pause", async () => {
	for (const faults of [["stall"], ["busy"]] satisfies Fault[][]) {
		hub.breakNext(path, faults);
		const controller = new AbortController();
		const reason = new Error("no longer wanted");
		const meter = new DownloadMeter("some-model", () => {});
		const loading = loadFile({ url }, meter, { signal: controller.signal });
		const before = hub.requests.length;
		await expect.poll(() => hub.requests.length).toBe(before + 1);
		controller.abort(reason);
		await expect(loading).rejects.toMatchObject({ code: "aborted", cause: reason });
		expect(hub.requests).toHaveLength(before + 1);
	}
});

it("of a file that does not fit into memory says so", async () => {
	await expect(loadFile({ url, bytes: 2 ** 52 })).rejects.toMatchObject({
		code: "out-of-memory",
		message: expect.stringContaining(url),
	});
});
