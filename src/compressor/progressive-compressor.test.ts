// One model answers until the other is loaded.
import { expect, it } from "vitest";
import type { ModelInfo } from "../bridge/worker-interface.ts";
import type { Compressor } from "../compressor.ts";
import { CompressorError } from "../core/error.ts";
import { turn } from "./fake-worker.fixture.ts";
import { createProgressiveCompressor, type ModelChange } from "./progressive-compressor.ts";

interface Deferred<T> {
	readonly resolve: (value: T) => void;
	readonly reject: (error: CompressorError) => void;
}

/** A compressor whose calls are settled by hand and whose results say who made them. */
function handMade(model: string) {
	const loads: Deferred<ModelInfo>[] = [];
	const calls: Deferred<unknown>[] = [];
	const info = { model } as ModelInfo;
	let disposed = 0;
	const add = <T>(list: Deferred<T>[]) =>
		new Promise<T>((resolve, reject) => {
			list.push({ resolve, reject });
		});
	const compressor = {
		load: () => add(loads),
		compress: () => add(calls),
		score: () => add(calls),
		dispose: async () => {
			disposed++;
		},
	} as unknown as Compressor;
	return {
		compressor,
		calls,
		loaded: () => loads.shift()?.resolve(info),
		failed: () => loads.shift()?.reject(new CompressorError("model-load-failed", "404")),
		answer: () => calls.shift()?.resolve({ model }),
		get waitsForLoad() {
			return loads.length;
		},
		get disposed() {
			return disposed;
		},
	};
}

function open() {
	const first = handMade("embedded");
	const chosen = handMade("large");
	const changes: ModelChange[] = [];
	const compressor = createProgressiveCompressor({
		first: first.compressor,
		chosen: chosen.compressor,
		onModelChange: (change) => changes.push(change),
	});
	return { first, chosen, changes, compressor };
}

it("loads nothing before its first call, and the chosen model after the first one", async () => {
	const { first, chosen, compressor } = open();
	expect([first.waitsForLoad, chosen.waitsForLoad]).toEqual([0, 0]);
	const answer = compressor.compress("a");
	await turn();
	expect([first.waitsForLoad, chosen.waitsForLoad]).toEqual([1, 0]);
	first.loaded();
	first.answer();
	expect(await answer).toMatchObject({ model: "embedded" });
	await turn();
	expect(chosen.waitsForLoad).toBe(1);
});

it("changes over when the chosen model is there; a call that has begun ends where it began", async () => {
	const { first, chosen, changes, compressor } = open();
	const early = compressor.score("a");
	first.loaded();
	await turn();
	chosen.loaded();
	await turn();
	expect(changes).toEqual([{ info: { model: "large" } }]);
	const late = compressor.score("b");
	chosen.answer();
	expect(await late).toMatchObject({ model: "large" });
	expect(first.disposed).toBe(0);
	first.answer();
	expect(await early).toMatchObject({ model: "embedded" });
	await turn();
	expect(first.disposed).toBe(1);
});

it("goes on with the first model where the chosen one fails, says why, and tries again on load", async () => {
	const { first, chosen, changes, compressor } = open();
	compressor.compress("a").catch(() => {});
	first.loaded();
	await turn();
	chosen.failed();
	await turn();
	first.loaded();
	await turn();
	expect(changes).toMatchObject([{ info: { model: "embedded" }, failure: { code: "model-load-failed" } }]);
	compressor.compress("b").catch(() => {});
	expect(first.calls).toHaveLength(2);
	await turn();
	expect(chosen.waitsForLoad).toBe(0);
	compressor.load().catch(() => {});
	first.loaded();
	first.loaded();
	await turn();
	chosen.loaded();
	await turn();
	expect(changes.at(-1)).toEqual({ info: { model: "large" } });
});

it("disposes of both, and says nothing of a load that this ends", async () => {
	const { first, chosen, changes, compressor } = open();
	compressor.load().catch(() => {});
	first.loaded();
	first.loaded();
	await turn();
	await compressor.dispose();
	chosen.failed();
	await turn();
	expect([first.disposed, chosen.disposed]).toEqual([1, 1]);
	expect(changes).toEqual([]);
});
