// What this browser keeps of a file from one page to the next, and what it does without when its storage fails.
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Fault, startHub } from "../../e2e/hub-server.ts";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { cachedModels, deleteCachedModel } from "../../src/models/model-cache.ts";
import type { Patience } from "./download.ts";
import { DownloadMeter } from "./download-meter.ts";
import { FakeCaches } from "./fake-caches.fixture.ts";
import { fileOnHub, urlOn } from "./file-on-hub.fixture.ts";
import { loadFile, type WantedFile } from "./load-files.ts";

/** Two whole parts and a bit. */
const { hub, path, url, file, other, sha256 } = await fileOnHub((16 << 20) + 1000);
const patience: Patience = { silence: 5000, pauses: [], longestPause: 0 };

let storage: FakeCaches;

beforeEach(() => {
	storage = new FakeCaches();
	vi.stubGlobal("caches", storage);
});
afterEach(() => vi.unstubAllGlobals());

/** As a page does; each call is another page. */
async function load(wanted: Partial<WantedFile> = { sha256 }) {
	const before = hub.requests.length;
	const events: ProgressEvent[] = [];
	const meter = new DownloadMeter("some-model", (event) => events.push(event));
	const answer = loadFile({ url, keepFor: "owner/name", ...wanted }, meter, { patience });
	const content = await answer.catch((error: unknown) => error);
	return {
		content: content instanceof Uint8Array ? Buffer.from(content) : undefined,
		error: content,
		events,
		requests: hub.requests.slice(before).map(({ method, range }) => range ?? method),
	};
}

const quotaError = () => new DOMException("full", "QuotaExceededError");

describe("a file that is kept", () => {
	it("is asked for once", async () => {
		await load();
		const { content, requests, events } = await load();
		expect(content?.equals(file)).toBe(true);
		expect(requests).toEqual([]);
		expect(events.at(-1)).toMatchObject({ loaded: file.length, total: file.length });
	});

	it("goes on in the next page from where it broke off in this one", async () => {
		hub.breakNext(path, ["cut"]);
		const first = await load();
		expect(first.error).toMatchObject({ code: "model-load-failed" });
		const there = Math.floor(file.length * 0.6);
		expect(await cachedModels()).toEqual([
			{ id: "owner/name", bytes: there, files: [{ url, bytes: there, complete: false }] },
		]);
		const { content, requests, events } = await load();
		expect(content?.equals(file)).toBe(true);
		expect(requests).toEqual([`bytes=${there}-`]);
		expect(events.slice(0, 2)).toMatchObject([{ loaded: 0 }, { loaded: there, total: file.length }]);
	});

	it("keeps whole parts of a page that was closed in the middle", async () => {
		hub.breakNext(path, ["stall"]);
		const page = new AbortController();
		const loading = loadFile({ url, sha256, keepFor: "owner/name" }, undefined, { signal: page.signal });
		await expect.poll(() => storage.size).toBe(1);
		page.abort();
		await expect(loading).rejects.toMatchObject({ code: "aborted" });
		expect((await load()).requests).toEqual([`bytes=${8 << 20}-`]);
	});

	it("of no known hash is asked about, and loaded again when it is another", async () => {
		await load({});
		expect((await load({})).requests).toEqual(["HEAD"]);
		hub.put(path, other);
		const { content, requests } = await load({});
		expect(content?.equals(other)).toBe(true);
		expect(requests).toEqual(["HEAD", "GET"]);
		expect(await cachedModels()).toMatchObject([{ bytes: file.length }]);
		expect((await load({ isPinned: true })).requests).toEqual([]);
	});

	it("is not asked about where nobody can be asked", async () => {
		const gone = await startHub("/nowhere");
		gone.put(path, file);
		const wanted = { url: urlOn(gone) };
		await load(wanted);
		await gone.close();
		expect((await load(wanted)).content?.equals(file)).toBe(true);
	});

	it("is not taken for one of which the manifest says otherwise", async () => {
		await load();
		hub.put(path, other);
		const newer = createHash("sha256").update(other).digest("hex");
		const { content, requests } = await load({ sha256: newer });
		expect(content?.equals(other)).toBe(true);
		expect(requests).toEqual(["GET"]);
		expect(await cachedModels()).toMatchObject([{ bytes: file.length }]);
	});

	it("is loaded anew from where a part has gone missing", async () => {
		await load();
		for (const entries of storage.contents.values()) {
			for (const key of entries.keys()) if (key.endsWith(`/${8 << 20}/${16 << 20}`)) entries.delete(key);
		}
		const { content, requests } = await load();
		expect(content?.equals(file)).toBe(true);
		expect(requests).toEqual([`bytes=${8 << 20}-`]);
	});
});

describe("nothing wrong stays:", () => {
	it.each<[string, Fault[]]>([
		["wrong bytes", ["wrong-bytes", "wrong-bytes"]],
		["too short", ["too-short", "too-short"]],
		["too long", ["too-long", "too-long"]],
		["an HTML page", ["html", "html"]],
	])("%s", async (_name, faults) => {
		hub.breakNext(path, faults);
		const { error, requests } = await load({ sha256, bytes: file.length });
		expect(error).toMatchObject({ code: "model-load-failed" });
		expect(requests).toEqual(["GET", "GET"]);
		expect(storage.size).toBe(0);
	});

	it("the first part of another file", async () => {
		hub.put(path, other);
		hub.breakNext(path, ["cut"]);
		await load();
		hub.put(path, file);
		const { content, requests } = await load();
		expect(content?.equals(file)).toBe(true);
		expect(requests.at(-1)).toBe("GET");
		expect((await load()).requests).toEqual([]);
	});
});

describe("a storage that", () => {
	it("is not there costs nothing", async () => {
		vi.stubGlobal("caches", undefined);
		expect((await load()).content?.equals(file)).toBe(true);
		expect(await cachedModels()).toEqual([]);
		expect(await deleteCachedModel("owner/name")).toBe(false);
	});

	it("throws when it is only named, as in a sandboxed frame, costs nothing", async () => {
		vi.stubGlobal("caches", undefined);
		Object.defineProperty(globalThis, "caches", {
			configurable: true,
			get: () => {
				throw new DOMException("sandboxed", "SecurityError");
			},
		});
		expect((await load()).content?.equals(file)).toBe(true);
		expect(await cachedModels()).toEqual([]);
		expect(await deleteCachedModel("owner/name")).toBe(false);
	});

	it.each(["open", "put", "match", "keys", "delete"] as const)("throws at %s costs nothing", async (verb) => {
		if (verb === "match") await load();
		storage.fault = (actual) => {
			if (actual === verb) throw new DOMException("no", "SecurityError");
		};
		expect((await load()).content?.equals(file)).toBe(true);
		storage.fault = () => {};
		expect((await load()).content?.equals(file)).toBe(true);
	});

	it.each([1, 2, 3, 4])("is full at its entry %i leaves no part behind", async (last) => {
		let puts = 0;
		storage.fault = (verb) => {
			if (verb === "put" && ++puts >= last) throw quotaError();
		};
		expect((await load()).content?.equals(file)).toBe(true);
		expect(puts).toBe(last);
		expect(storage.size).toBe(0);
	});

	it("would be full is not begun", async () => {
		vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: 20 << 20, usage: 8 << 20 }) } });
		expect((await load()).content?.equals(file)).toBe(true);
		expect(storage.size).toBe(0);
	});
});

it("a model that is deleted while it's loaded leaves nothing of what was on its way", async () => {
	let deletion: Promise<boolean> | undefined;
	storage.fault = (verb) => {
		if (verb === "put" && storage.size === 1) deletion ??= deleteCachedModel("owner/name");
	};
	expect((await load()).content?.equals(file)).toBe(true);
	expect(await deletion).toBe(true);
	expect(await cachedModels()).toEqual([]);
	expect(await deleteCachedModel("owner/name")).toBe(false);
});
