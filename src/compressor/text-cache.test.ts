import { expect, it } from "vitest";
import { TextCache } from "./text-cache.ts";

it("drops the least recently used when there are too many", () => {
	const cache = new TextCache<number>({ entries: 2, codeUnits: 100 });
	cache.set({ text: "a" }, 1);
	cache.set({ text: "b" }, 2);
	cache.get({ text: "a" });
	cache.set({ text: "c" }, 3);
	expect([cache.get({ text: "a" }), cache.get({ text: "b" }), cache.get({ text: "c" })]).toEqual([
		1,
		undefined,
		3,
	]);
});

it("drops by length, but keeps the newest whatever its length", () => {
	const cache = new TextCache<number>({ entries: 9, codeUnits: 10 });
	cache.set({ text: "12345" }, 1);
	cache.set({ text: "123456" }, 2);
	expect([cache.get({ text: "12345" }), cache.get({ text: "123456" })]).toEqual([undefined, 2]);
	const long = "x".repeat(1000);
	cache.set({ text: long }, 3);
	expect([cache.get({ text: "123456" }), cache.get({ text: long })]).toEqual([undefined, 3]);
});

it("counts a text once when it's set again", () => {
	const cache = new TextCache<number>({ entries: 9, codeUnits: 10 });
	cache.set({ text: "12345" }, 1);
	cache.set({ text: "12345" }, 2);
	cache.set({ text: "67890" }, 3);
	expect([cache.get({ text: "12345" }), cache.get({ text: "67890" })]).toEqual([2, 3]);
});

it("keeps a text apart for each question, and counts the questions too", () => {
	const cache = new TextCache<number>({ entries: 9, codeUnits: 16 });
	cache.set({ text: "1234" }, 1);
	cache.set({ text: "1234", question: "why" }, 2);
	expect(cache.get({ text: "1234", question: "how" })).toBeUndefined();
	expect(cache.get({ text: "1234" })).toBe(1);
	cache.set({ text: "1234", question: "how" }, 3);
	expect(cache.get({ text: "1234", question: "why" })).toBeUndefined();
	expect([cache.get({ text: "1234" }), cache.get({ text: "1234", question: "how" })]).toEqual([1, 3]);
});
