import { expect, it } from "vitest";
import { WindowCache } from "./window-cache.ts";

const ids = (...values: number[]) => Uint32Array.from(values);
const none = ids();
const keep = (probability: number) => ({ keepProbability: Float32Array.of(probability) });

it("finds a window by its exact content, also in another array and beyond 16 bits", () => {
	const cache = new WindowCache();
	cache.set(ids(1, 2, 70_000), none, keep(0.5));
	expect(cache.get(Uint32Array.from([9, 1, 2, 70_000]).subarray(1), none)).toEqual(keep(0.5));
	expect(cache.get(ids(1, 2, 70_000 - 65_536), none)).toBeUndefined();
	expect(cache.get(ids(1, 2), none)).toBeUndefined();
});

it("keeps a window apart for each question, whatever the ids", () => {
	const cache = new WindowCache();
	cache.set(ids(2, 3), none, keep(0.1));
	cache.set(ids(3), ids(2), keep(0.2));
	cache.set(ids(3), ids(4), { ...keep(0.3), relevance: Float32Array.of(1) });
	expect(cache.get(ids(2, 3), none)).toEqual(keep(0.1));
	expect(cache.get(ids(3), ids(2))).toEqual(keep(0.2));
	expect(cache.get(ids(3), ids(4))?.relevance).toEqual(Float32Array.of(1));
	expect(cache.get(ids(3), none)).toBeUndefined();
});

it("drops the least recently used beyond its bytes", () => {
	// An entry of one token costs 6 bytes of key and 4 of value.
	const cache = new WindowCache(20);
	cache.set(ids(1), none, keep(0.1));
	cache.set(ids(2), none, keep(0.2));
	cache.get(ids(1), none);
	cache.set(ids(3), none, keep(0.3));
	expect(cache.get(ids(1), none)).toBeDefined();
	expect(cache.get(ids(2), none)).toBeUndefined();
	expect(cache.get(ids(3), none)).toBeDefined();
});

it("counts question and relevance too", () => {
	const cache = new WindowCache(20);
	cache.set(ids(1), none, keep(0.1));
	// 10 bytes of key, 8 of values.
	cache.set(ids(1), ids(2), { ...keep(0.2), relevance: Float32Array.of(0.3) });
	expect(cache.get(ids(1), none)).toBeUndefined();
	expect(cache.get(ids(1), ids(2))).toBeDefined();
});

it("keeps its bound when a window is set again", () => {
	const cache = new WindowCache(20);
	for (let i = 0; i < 5; i++) cache.set(ids(1), none, keep(0.1));
	cache.set(ids(2), none, keep(0.2));
	expect(cache.get(ids(1), none)).toBeDefined();
	expect(cache.get(ids(2), none)).toBeDefined();
});
