import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Engine } from "../model/load-model.ts";
import { warmLengths } from "./warm-lengths.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** A model whose windows end by hand. */
function slowModel(maxTokens = 512) {
	const lengths: number[] = [];
	let end = () => {};
	const classifier: Engine["classifier"] = {
		threads: 1,
		classify: (ids) => {
			lengths.push(ids.length);
			return new Promise((resolve) => {
				end = () => resolve({ keepProbability: new Float32Array() });
			});
		},
	};
	const stop = warmLengths({ classifier, manifest: { maxTokens, eos: 2 } as Engine["manifest"] });
	return { lengths, stop, end: () => end() };
}

it("runs every length once, the longest first, when nobody calls", async () => {
	const { lengths, end } = slowModel(300);
	vi.advanceTimersByTime(300);
	for (const length of [256, 128, 64]) {
		await vi.waitFor(() => expect(lengths.at(-1)).toBe(length));
		end();
	}
	expect(lengths).toEqual([256, 128, 64]);
});

it("never begins when a call comes at once", async () => {
	const { lengths, stop } = slowModel();
	await stop();
	vi.advanceTimersByTime(10_000);
	expect(lengths).toEqual([]);
});

it("lets a call wait for the run under way and ends with it", async () => {
	const { lengths, stop, end } = slowModel();
	vi.advanceTimersByTime(300);
	await vi.waitFor(() => expect(lengths).toEqual([512]));
	const stopped = stop();
	end();
	await stopped;
	expect(lengths).toEqual([512]);
});
