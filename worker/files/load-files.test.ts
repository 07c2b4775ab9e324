import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { DownloadMeter } from "./download-meter.ts";
import { loadFile, loadJson } from "./load-files.ts";

const content = Buffer.alloc(300_000, 7);
const sha256 = createHash("sha256").update(content).digest("hex");
const good: RequestListener = (_request, response) => response.end(content);

let server: Server;
let answer: RequestListener;
let requests: string[];
let url: string;

beforeEach(async () => {
	requests = [];
	server = createServer((request, response) => {
		requests.push(request.headers["cache-control"] ?? "");
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.onnx`;
});

afterEach(() => {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
});

const html: RequestListener = (_request, response) => {
	response.setHeader("content-type", "text/html; charset=utf-8");
	response.end("<!doctype html><title>app</title>");
};
const markup: RequestListener = (_request, response) => response.end("<html>");
const missing: RequestListener = (_request, response) => response.writeHead(404).end("nothing here");
const short: RequestListener = (_request, response) => response.end(content.subarray(0, 1000));
const long: RequestListener = (_request, response) => response.end(Buffer.concat([content, content]));
const altered: RequestListener = (_request, response) => response.end(Buffer.alloc(content.length, 8));

describe("loadFile", () => {
	it("gives the content of a good file", async () => {
		answer = good;
		expect(Buffer.from(await loadFile({ url, bytes: content.length, sha256 })).equals(content)).toBe(true);
		expect(Buffer.from(await loadFile({ url })).equals(content)).toBe(true);
	});

	it.each([
		["missing", missing, /HTTP status 404/],
		["an HTML page", html, /HTML page/],
		["markup without its type", markup, /page of markup/],
		["too short", short, /1000 bytes instead of 300000/],
		["too long", long, /more than 300000 bytes/],
		["altered", altered, /SHA-256/],
	])(
		"refuses a file that is %s, asks the server once more, and loads it when it's back",
		async (_name, bad, what) => {
			const wanted = { url, bytes: content.length, sha256 };
			answer = bad;
			const error = await loadFile(wanted).catch((reason: unknown) => reason);
			expect(error).toMatchObject({ code: "model-load-failed", message: expect.stringMatching(what) });
			expect(error).toMatchObject({ message: expect.stringContaining(url) });
			expect(requests).toHaveLength(2);
			answer = good;
			expect((await loadFile(wanted)).length).toBe(content.length);
		},
	);

	it("recovers by itself when only the first answer is bad", async () => {
		answer = (request, response) => (requests.length === 1 ? html : good)(request, response);
		expect((await loadFile({ url, bytes: content.length, sha256 })).length).toBe(content.length);
	});

	it("names the URL when no server answers", async () => {
		const nobody = "http://127.0.0.1:1/model.onnx";
		await expect(loadFile({ url: nobody })).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringContaining(nobody),
		});
	});
});

describe("progress", () => {
	it("only grows and ends at its total, whatever the first answer was", async () => {
		answer = (request, response) => (requests.length === 1 ? altered : good)(request, response);
		const events: ProgressEvent[] = [];
		const meter = new DownloadMeter("some-model", (event) => events.push(event));
		meter.announce(url, content.length);
		await loadFile({ url, bytes: content.length, sha256 }, meter);
		const loaded = events.map((event) => (event.stage === "download" ? event.loaded : Number.NaN));
		expect(loaded[0]).toBe(0);
		expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
		expect(events.at(-1)).toEqual({
			stage: "download",
			model: "some-model",
			file: "model.onnx",
			loaded: content.length,
			total: content.length,
		});
		expect(loaded.filter((value) => value === content.length)).toHaveLength(1);
	});
});

it("loadJson refuses what cannot be parsed", async () => {
	answer = (_request, response) => response.end('{"a": ');
	await expect(loadJson({ url })).rejects.toMatchObject({ code: "model-load-failed" });
	answer = (_request, response) => response.end('{"a": 1}');
	expect(await loadJson({ url })).toEqual({ a: 1 });
});
