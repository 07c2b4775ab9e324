// Whatever happens to a worker, calls over the bridge settle with a CompressorError.
import { afterEach, describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { type Connection, connect, connectTo } from "./connect.ts";

const opened: Connection[] = [];

/** A worker whose script is `body`, with the real life lock and comlink at hand. */
function start(body: string): Connection {
	const url = (path: string) => new URL(path, import.meta.url).href;
	const script = `
		import { expose } from "${url("../../node_modules/comlink/dist/esm/comlink.mjs")}";
		import { holdLifeLock } from "${url("../../worker/hold-life-lock.ts")}";
		${body}`;
	const source = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
	const connection = connectTo(new Worker(source, { type: "module" }), "its script");
	opened.push(connection);
	return connection;
}

const request = { jobId: 1, text: "a" };
const ignore = () => {};

afterEach(() => {
	for (const connection of opened.splice(0)) connection.close(new CompressorError("disposed", "test over"));
});

describe("a connection", () => {
	it.each([
		["throws at top level", `throw new Error("broken from the start");`, /broken from the start/],
		["throws outside of a call", `onmessage = () => setTimeout(() => { throw new Error("late"); });`, /late/],
		// Locks are granted in order, so the life lock is held by then.
		[
			"closes itself",
			`holdLifeLock(); onmessage = () => navigator.locks.request("x", () => close());`,
			/ended/,
		],
	])("rejects its calls with worker-crashed when the worker %s", async (_name, body, message) => {
		const score = start(body).score(request, ignore);
		await expect(score).rejects.toMatchObject({
			code: "worker-crashed",
			message: expect.stringMatching(message),
		});
	});

	// Browsers tell no more of it than of a file that is not there.
	it("rejects its calls with model-load-failed when the worker cannot be parsed", async () => {
		const score = start(`this is not a script`).score(request, ignore);
		await expect(score).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringMatching(/worker/),
		});
	});

	it("rejects later calls as well", async () => {
		const connection = start(`throw new Error("gone");`);
		await expect(connection.score(request, ignore)).rejects.toThrow("gone");
		await expect(connection.score(request, ignore)).rejects.toThrow("gone");
	});

	it("rejects what is pending when it's closed, with the reason given", async () => {
		const connection = start(`holdLifeLock(); expose({ score: () => new Promise(() => {}) });`);
		const score = connection.score(request, ignore);
		connection.close(new CompressorError("disposed", "no longer needed"));
		await expect(score).rejects.toMatchObject({ code: "disposed", message: "no longer needed" });
	});

	it("hands over answers and progress", async () => {
		const connection = start(`
			holdLifeLock();
			expose({ score: async ({ jobId }, onProgress) => {
				await onProgress({ stage: "score", done: 1, total: 1 });
				return { windows: jobId };
			} });`);
		const events: unknown[] = [];
		expect(await connection.score({ jobId: 7, text: "" }, (event) => events.push(event))).toEqual({
			windows: 7,
		});
		expect(events).toEqual([{ stage: "score", done: 1, total: 1 }]);
	});
});

describe("a worker of the caller's own", () => {
	const script = URL.createObjectURL(new Blob(["onmessage = () => {}"], { type: "text/javascript" }));

	it("is a new one each time", () => {
		const worker = new Worker(script);
		opened.push(connect(() => worker));
		expect(() => connect(() => worker)).toThrow(/worker must be a function that returns a new Worker/);
	});

	it("is a Worker", () => {
		expect(() => connect(() => ({}) as Worker)).toThrow(
			/worker must be a function that returns a new Worker/,
		);
	});
});

it.each([
	["of the page's own origin", "/nothing/worker.js"],
	// Nobody listens there; a script of the page's own imports it.
	["of another origin", "http://127.0.0.1:1/nothing/worker.js"],
])("a script %s that is not there is named as a file that is missing, with what to do", async (_, path) => {
	const url = new URL(path, location.href).href;
	const connection = connect(url);
	opened.push(connection);
	await expect(connection.score(request, ignore)).rejects.toMatchObject({
		code: "model-load-failed",
		message: expect.stringMatching(/nothing.worker\.js could not be loaded.*npx promptsieve assets/),
	});
});
