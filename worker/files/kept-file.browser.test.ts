// The browser's own storage, and a hub of another origin that redirects to a third: what is asked for, and what stays.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { breakHub, hubOrigin, putOnHub, requestsDuring } from "../../e2e/hub-client.ts";
import { hubFile } from "../../e2e/hub-file.ts";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { cachedModels, deleteCachedModel } from "../../src/models/model-cache.ts";
import type { Patience } from "./download.ts";
import { DownloadMeter } from "./download-meter.ts";
import { loadFile } from "./load-files.ts";

const size = (10 << 20) + 1;
const there = Math.floor(size * 0.6);
const model = "owner/name";
const patience: Patience = { silence: 5000, pauses: [], longestPause: 0 };

let path: string;
let sha256: string;
let hub: string;

/** Other tests keep models of their own in the same storage. */
async function kept() {
	return (await cachedModels()).filter(({ id }) => id === model);
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

beforeEach(async () => {
	path = `${model}/${crypto.randomUUID()}`;
	hub = await hubOrigin();
	await putOnHub(path, size, 1);
	sha256 = await hashOf(hubFile(size, 1));
});

afterEach(async () => {
	vi.restoreAllMocks();
	await deleteCachedModel(model);
});

function load(events: ProgressEvent[] = []): Promise<Uint8Array<ArrayBuffer>> {
	const [owner, name, file] = path.split("/");
	const url = `${hub}/${owner}/${name}/resolve/main/${file}`;
	const meter = new DownloadMeter("some-model", (event) => events.push(event));
	return loadFile({ url, sha256, keepFor: model }, meter, { patience });
}

/** The next load asks for the bytes from `start` on, and for nothing else. */
async function expectRest(start: number): Promise<void> {
	expect(start).toBeGreaterThan(0);
	const events: ProgressEvent[] = [];
	const requests = await requestsDuring(path, async () => {
		expect(await hashOf(await load(events))).toBe(sha256);
	});
	expect(requests).toEqual([`bytes=${start}-`]);
	expect(events.slice(0, 2)).toMatchObject([{ loaded: 0 }, { loaded: start, total: size }]);
}

describe("a file of the hub", () => {
	it("is asked for once", async () => {
		expect(await requestsDuring(path, () => load())).toEqual(["GET"]);
		const events: ProgressEvent[] = [];
		expect(
			await requestsDuring(path, async () => expect(await hashOf(await load(events))).toBe(sha256)),
		).toEqual([]);
		expect(events.at(-1)).toMatchObject({ loaded: size, total: size });
	});

	it("that stops coming at 60 % is asked for its rest only, without a preflight", async () => {
		await breakHub(path, "stall");
		await expect(load()).rejects.toThrow(/no byte in 5 seconds/);
		expect(await kept()).toMatchObject([{ id: model, bytes: there, files: [{ complete: false }] }]);
		await expectRest(there);
	});

	it("whose connection ends at 60 % is asked for what has not come", async () => {
		await breakHub(path, "cut");
		await expect(load()).rejects.toThrow(/cut off/);
		// Browsers drop what they have received but not yet handed on.
		const [partly] = await kept();
		expect(partly?.bytes).toBeLessThanOrEqual(there);
		await expectRest(partly?.bytes ?? 0);
	});

	it("that is twice the wrong one is refused, and nothing of it stays", async () => {
		await breakHub(path, "wrong-bytes", "wrong-bytes");
		const requests = await requestsDuring(path, () =>
			expect(load()).rejects.toMatchObject({ code: "model-load-failed" }),
		);
		expect(requests).toEqual(["GET", "GET"]);
		expect(await kept()).toEqual([]);
	});

	it("that is deleted while it's loaded leaves nothing, and the load goes on", async () => {
		await breakHub(path, "slow");
		const loading = load();
		await expect.poll(async () => (await kept())[0]?.bytes ?? 0).toBeGreaterThan(0);
		expect(await deleteCachedModel(model)).toBe(true);
		expect(await hashOf(await loading)).toBe(sha256);
		expect(await kept()).toEqual([]);
		expect(await deleteCachedModel(model)).toBe(false);
	});

	it("for which the disk is full in the middle is loaded without it, and nothing of it stays", async () => {
		// A true limit would be shared with whatever other tests store at the same time.
		const { put } = Cache.prototype;
		let calls = 0;
		vi.spyOn(Cache.prototype, "put").mockImplementation(function (this: Cache, ...entry) {
			if (++calls === 2) return Promise.reject(new DOMException("full", "QuotaExceededError"));
			return put.apply(this, entry);
		});
		expect(await hashOf(await load())).toBe(sha256);
		expect(calls).toBe(2);
		expect(await kept()).toEqual([]);
	});
});
