import { expect, it } from "vitest";
import { TextCache } from "./text-cache.ts";

it("drops the least recently used when there are too many", () => {
	const cache = new TextCache<number>({ entries: 2, codeUnits: 100 });
	cache.set("a", 1);
	cache.set("b", 2);
	cache.get("a");
	cache.set("c", 3);
	expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
});

it("drops by length, but keeps the newest whatever its length", () => {
	const cache = new TextCache<number>({ entries: 9, codeUnits: 10 });
	cache.set("12345", 1);
	cache.set("123456", 2);
	expect([cache.get("12345"), cache.get("123456")]).toEqual([undefined, 2]);
	const long = "x".repeat(1000);
	cache.set(long, 3);
	expect([cache.get("123456"), cache.get(long)]).toEqual([undefined, 3]);
});

it("counts a text once when it's set again", () => {
	const cache = new TextCache<number>({ entries: 9, codeUnits: 10 });
	cache.set("12345", 1);
	cache.set("12345", 2);
	cache.set("67890", 3);
	expect([cache.get("12345"), cache.get("67890")]).toEqual([2, 3]);
});
