// Several tabs that want the same file of a hub at the same time: it's asked for once, and whatever happens to the one
// that asks, the others get theirs.
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { breakHub, hubOrigin, putOnHub, requestsDuring } from "../../e2e/hub-client.ts";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { cachedModels, deleteCachedModel } from "../../src/models/model-cache.ts";
import type { Patience } from "./download.ts";
import { DownloadMeter } from "./download-meter.ts";
import { loadFile, type WantedFile } from "./load-files.ts";
import { oneDownload } from "./one-download.ts";

const size = 14 << 20;
/** Bytes that are kept while the file is still coming, of 60 % of it. */
const part = 8 << 20;
const model = "owner/shared";
const patience: Patience = { silence: 60_000, pauses: [], longestPause: 0 };

/** For a machine that takes long to start a worker. */
const busy = { timeout: 60_000 };

let path: string;
let wanted: WantedFile;

beforeAll(async () => {
	const file = crypto.randomUUID();
	path = `${model}/${file}`;
	await putOnHub(path, size, 1);
	const url = `${await hubOrigin()}/${model}/resolve/main/${file}`;
	wanted = { url, bytes: size, isPinned: true, keepFor: model };
}, 120_000);

const otherTabs: Worker[] = [];

/** Another tab, which loads the file. */
function openTab(): Worker {
	const tab = new Worker(new URL("./download-worker.fixture.ts", import.meta.url), { type: "module" });
	otherTabs.push(tab);
	tab.postMessage(wanted);
	return tab;
}

afterEach(async () => {
	for (const tab of otherTabs.splice(0)) tab.terminate();
	vi.restoreAllMocks();
	await deleteCachedModel(model);
});

/** One tab's load. */
function load(events: ProgressEvent[] = [], signal?: AbortSignal) {
	const meter = new DownloadMeter("some-model", (event) => events.push(event));
	return loadFile(wanted, meter, { patience, ...(signal && { signal }) });
}

const bytesOf = (events: readonly ProgressEvent[]) =>
	events.map((event) => (event.stage === "download" ? event.loaded : Number.NaN));

/** Until somebody holds the file's lock, and so many wait for it. */
async function untilWaiting(count: number): Promise<void> {
	await expect
		.poll(async () => {
			const { held = [], pending = [] } = await navigator.locks.query();
			const isIts = ({ name }: LockInfo) => name?.endsWith(` ${wanted.url}`);
			return [held.filter(isIts).length, pending.filter(isIts).length];
		}, busy)
		.toEqual([1, count]);
}

/** Until the first has kept what it can of a file that stalls. */
async function untilPartKept(): Promise<void> {
	const kept = async () => (await cachedModels()).find(({ id }) => id === model)?.bytes;
	await expect.poll(kept, busy).toBe(part);
}

describe("a file that two tabs want at once", () => {
	it("is asked for once, and both see it come", async () => {
		await breakHub(path, "slow");
		const tabs: ProgressEvent[][] = [[], [], []];
		const requests = await requestsDuring(path, async () => {
			const contents = await Promise.all(tabs.map((events) => load(events)));
			for (const content of contents) expect(content.length).toBe(size);
		});
		expect(requests).toEqual(["GET"]);
		for (const events of tabs) {
			const bytes = bytesOf(events);
			// Its size, something on the way, the whole: however fast the hub is.
			expect(bytes.length).toBeGreaterThan(2);
			expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
			expect(events[0]).toMatchObject({ total: size });
			expect(bytes.at(-1)).toBe(size);
		}
	});

	it("is asked for by the second where the first gets none", async () => {
		await breakHub(path, "missing", "missing");
		const requests = await requestsDuring(path, async () => {
			const [first, second] = await Promise.allSettled([load(), load()]);
			expect(first).toMatchObject({ status: "rejected", reason: { code: "model-load-failed" } });
			expect(second).toMatchObject({ status: "fulfilled", value: { length: size } });
		});
		expect(requests).toEqual(["GET", "GET", "GET"]);
	});

	it("is gone on with by the second when the first dies", async () => {
		await breakHub(path, "stall");
		const events: ProgressEvent[] = [];
		const requests = await requestsDuring(path, async () => {
			const first = openTab();
			await untilWaiting(0);
			const second = load(events);
			await untilWaiting(1);
			await untilPartKept();
			first.terminate();
			expect((await second).length).toBe(size);
		});
		expect(requests).toEqual(["GET", `bytes=${part}-`]);
		const bytes = bytesOf(events);
		expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
		expect(bytes.at(-1)).toBe(size);
	});

	it("is no longer waited for by one that is cancelled, at once", async () => {
		await breakHub(path, "stall");
		openTab();
		await untilWaiting(0);
		const cancelled = new AbortController();
		const second = load([], cancelled.signal);
		await untilWaiting(1);
		await untilPartKept();
		cancelled.abort(new Error("enough"));
		await expect(second).rejects.toMatchObject({ code: "aborted", cause: { message: "enough" } });
		await untilWaiting(0);
	});

	it("is asked for by each where there are no locks", async () => {
		vi.spyOn(Navigator.prototype, "locks", "get").mockReturnValue(undefined as unknown as LockManager);
		const requests = await requestsDuring(path, () => Promise.all([load(), load()]));
		expect(requests).toEqual(["GET", "GET"]);
	});

	it("is asked for by each where locks are refused, as in a frame without an origin", async () => {
		const refused = new DOMException("no origin", "SecurityError");
		vi.spyOn(LockManager.prototype, "request").mockRejectedValue(refused);
		const requests = await requestsDuring(path, () => Promise.all([load(), load()]));
		expect(requests).toEqual(["GET", "GET"]);
	});
});

describe("oneDownload", () => {
	const name = "some file";

	/** A tab that holds the lock and does no more; what it answers with lets go. */
	function freeze(): Promise<() => void> {
		return new Promise((held) => {
			const frozen = () => new Promise<void>((wake) => held(wake));
			void oneDownload(name, frozen, { onBytes: () => {}, silence: 1000 });
		});
	}

	it("waits no longer for a tab that says nothing", async () => {
		const wake = await freeze();
		expect(await oneDownload(name, async () => "mine", { onBytes: () => {}, silence: 50 })).toBe("mine");
		wake();
	});

	it("is not held up by what a stranger says", async () => {
		const heard: number[] = [];
		const wake = await freeze();
		const waiting = oneDownload(name, async () => "mine", {
			onBytes: (loaded) => heard.push(loaded),
			silence: 2000,
		});
		const stranger = new BroadcastChannel(`promptsieve-download:${name}`);
		for (const message of [null, "5", { loaded: "5" }, { loaded: 5, total: 10 }])
			stranger.postMessage(message);
		await expect.poll(() => heard, busy).toEqual([5]);
		stranger.close();
		wake();
		expect(await waiting).toBe("mine");
	});

	it("gives the error of its own download on", async () => {
		const failing = oneDownload(name, () => Promise.reject(new Error("mine")), {
			onBytes: () => {},
			silence: 1000,
		});
		await expect(failing).rejects.toThrow("mine");
		expect((await navigator.locks.query()).held?.map((lock) => lock.name)).not.toContain(
			`promptsieve-download:${name}`,
		);
	});
});
