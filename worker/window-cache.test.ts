import { expect, it } from "vitest";
import { WindowCache } from "./window-cache.ts";

const ids = (...values: number[]) => Uint32Array.from(values);

it("finds a window by its exact content, also in another array and beyond 16 bits", () => {
	const cache = new WindowCache();
	cache.set(ids(1, 2, 70_000), Float32Array.of(0.5));
	expect(cache.get(Uint32Array.from([9, 1, 2, 70_000]).subarray(1))).toEqual(Float32Array.of(0.5));
	expect(cache.get(ids(1, 2, 70_000 - 65_536))).toBeUndefined();
	expect(cache.get(ids(1, 2))).toBeUndefined();
});

it("drops the least recently used beyond its bytes", () => {
	// An entry of one token costs 4 bytes of key and 4 of value.
	const cache = new WindowCache(16);
	cache.set(ids(1), Float32Array.of(0.1));
	cache.set(ids(2), Float32Array.of(0.2));
	cache.get(ids(1));
	cache.set(ids(3), Float32Array.of(0.3));
	expect(cache.get(ids(1))).toBeDefined();
	expect(cache.get(ids(2))).toBeUndefined();
	expect(cache.get(ids(3))).toBeDefined();
});

it("keeps its bound when a window is set again", () => {
	const cache = new WindowCache(16);
	for (let i = 0; i < 5; i++) cache.set(ids(1), Float32Array.of(0.1));
	cache.set(ids(2), Float32Array.of(0.2));
	expect(cache.get(ids(1))).toBeDefined();
	expect(cache.get(ids(2))).toBeDefined();
});
