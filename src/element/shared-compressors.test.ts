import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CompressorOptions } from "../compressor/compressor-options.ts";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { CompressorChoice } from "./attributes.ts";
import { info, scoredText } from "./compressor.fixture.ts";
import { SharedCompressors } from "./shared-compressors.ts";

const choice: CompressorChoice = { model: "embedded", device: "wasm" };
const linger = 1000;
const signal = new AbortController().signal;
const ignore = () => {};

/** Creates compressors that count what is done to them. */
function factory() {
	const created: { options: CompressorOptions; disposed: number; loads: number }[] = [];
	const shared = new SharedCompressors(async (options) => {
		const record = { options, disposed: 0, loads: 0 };
		created.push(record);
		return {
			async load() {
				record.loads++;
				options.onProgress?.({ stage: "warm-up" });
				return info;
			},
			async score(text) {
				await Promise.resolve();
				options.onProgress?.({ stage: "score", done: 1, total: 1 });
				return scoredText(text);
			},
			async dispose() {
				record.disposed++;
			},
		};
	}, linger);
	return { created, shared };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it("nothing is created before a lease is used", async () => {
	const { created, shared } = factory();
	const lease = shared.acquire(choice, ignore);
	expect(created).toHaveLength(0);
	await lease.load(signal);
	expect(created.map(({ options }) => options)).toEqual([{ ...choice, onProgress: expect.any(Function) }]);
});

describe("leases of one choice", () => {
	it("share a compressor, those of another have their own", async () => {
		const { created, shared } = factory();
		await shared.acquire(choice, ignore).load(signal);
		await shared.acquire({ ...choice }, ignore).load(signal);
		expect(created).toHaveLength(1);
		await shared.acquire({ ...choice, device: "webgpu" }, ignore).load(signal);
		await shared.acquire({ ...choice, assetsUrl: "https://a.example/" }, ignore).load(signal);
		await shared.acquire({ ...choice, model: { id: "m", url: "https://a.example/m/" } }, ignore).load(signal);
		expect(created).toHaveLength(4);
	});

	it("keep it until a while after the last has gone", async () => {
		const { created, shared } = factory();
		const [first, second] = [shared.acquire(choice, ignore), shared.acquire(choice, ignore)];
		await first.load(signal);
		first.release();
		first.release();
		await vi.advanceTimersByTimeAsync(linger * 2);
		expect(created[0]?.disposed).toBe(0);
		second.release();
		await vi.advanceTimersByTimeAsync(linger - 1);
		expect(created[0]?.disposed).toBe(0);
		await vi.advanceTimersByTimeAsync(1);
		expect(created[0]?.disposed).toBe(1);
	});

	it("find it again when they come back in time, a new one after that", async () => {
		const { created, shared } = factory();
		const first = shared.acquire(choice, ignore);
		await first.load(signal);
		first.release();
		await vi.advanceTimersByTimeAsync(linger - 1);
		const second = shared.acquire(choice, ignore);
		await vi.advanceTimersByTimeAsync(linger * 2);
		await second.load(signal);
		expect(created).toHaveLength(1);
		second.release();
		await vi.advanceTimersByTimeAsync(linger);
		await shared.acquire(choice, ignore).load(signal);
		expect(created).toHaveLength(2);
	});
});

describe("progress", () => {
	it("of a text goes to its own element, however many score at once", async () => {
		const { shared } = factory();
		const heard: Record<string, ProgressEvent[]> = { a: [], b: [] };
		const a = shared.acquire(choice, (event) => heard.a?.push(event));
		const b = shared.acquire(choice, (event) => heard.b?.push(event));
		await Promise.all([a.score("one", { signal }), b.score("two", { signal }), a.score("three", { signal })]);
		expect(heard.a).toHaveLength(2);
		expect(heard.b).toHaveLength(1);
	});

	it("of a download goes to those who wait for it", async () => {
		const { shared } = factory();
		const heard: string[] = [];
		const a = shared.acquire(choice, () => heard.push("a"));
		shared.acquire(choice, () => heard.push("b"));
		await a.load(signal);
		expect(heard).toEqual(["a"]);
	});
});

it("a compressor that cannot be created is tried again by the next call", async () => {
	let tries = 0;
	const shared = new SharedCompressors(async () => {
		if (tries++ === 0) throw new CompressorError("invalid-option", "assetsUrl");
		return { load: async () => info, score: async (text) => scoredText(text), dispose: async () => {} };
	}, linger);
	const lease = shared.acquire(choice, ignore);
	await expect(lease.load(signal)).rejects.toMatchObject({ code: "invalid-option" });
	expect(await lease.load(signal)).toBe(info);
	lease.release();
	await vi.advanceTimersByTimeAsync(linger);
	expect(tries).toBe(2);
});
