import { getEventListeners } from "node:events";
import { expect, it, vi } from "vitest";
import { coreCompressor, paragraph } from "../integrations/core-compressor.fixture.ts";
import { raceAbort } from "./abort.ts";

it("adds one listener to a signal, however many wait for it, and rejects all of them", async () => {
	const abort = new AbortController();
	const added = vi.spyOn(abort.signal, "addEventListener");
	const never = new Promise<never>(() => {});
	const raced = Array.from({ length: 20 }, () => raceAbort(never, abort.signal));
	const done = raceAbort(Promise.resolve(1), abort.signal);
	expect(added).toHaveBeenCalledTimes(1);
	expect(await done).toBe(1);
	abort.abort();
	const settled = await Promise.allSettled(raced);
	expect(settled).toHaveLength(20);
	for (const each of settled) expect(each).toMatchObject({ status: "rejected", reason: { code: "aborted" } });
});

it("leaves no listener behind, whichever way its promises settle", async () => {
	const { signal } = new AbortController();
	const count = () => getEventListeners(signal, "abort").length;
	for (const round of [1, 2]) {
		let end = () => {};
		const first = raceAbort(new Promise<void>((resolve) => (end = resolve)), signal);
		await raceAbort(Promise.resolve(round), signal);
		expect(count()).toBe(1);
		end();
		await first;
		expect(count()).toBe(0);
		await expect(raceAbort(Promise.reject(new Error("broken")), signal)).rejects.toThrow("broken");
		expect(count()).toBe(0);
	}
	const ended = new AbortController();
	const aborted = raceAbort(new Promise(() => {}), ended.signal);
	ended.abort();
	await expect(aborted).rejects.toMatchObject({ code: "aborted" });
	expect(getEventListeners(ended.signal, "abort")).toEqual([]);
});

it("of 200 calls at once Node hears no warning, and no signal has a listener afterwards", async () => {
	const warned = vi.fn();
	process.on("warning", warned);
	const signals = new Set<EventTarget>();
	const add = AbortSignal.prototype.addEventListener;
	const spy = vi.spyOn(AbortSignal.prototype, "addEventListener").mockImplementation(function (
		this: AbortSignal,
		...args: Parameters<typeof add>
	) {
		signals.add(this);
		add.apply(this, args);
	});
	const compressor = coreCompressor();
	const shared = new AbortController();
	const left = () => [...signals].filter((signal) => getEventListeners(signal, "abort").length > 0);
	try {
		await compressor.load();
		// The worker that is loaded ends with the signal of its own start.
		const kept = left();
		for (const [name, signal] of [["without"], ["shared", shared.signal]] as const) {
			const calls = Array.from({ length: 200 }, (_, at) =>
				compressor.compress(paragraph(`${name}${at}`), signal && { signal }),
			);
			expect(await Promise.all(calls)).toHaveLength(200);
		}
		expect(signals.size).toBeGreaterThan(200);
		expect(left()).toEqual(kept);
	} finally {
		spy.mockRestore();
		await compressor.dispose();
		process.off("warning", warned);
	}
	expect(warned).not.toHaveBeenCalled();
});
