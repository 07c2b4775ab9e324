import { expect, it } from "vitest";
import { snapshot } from "./snapshot.ts";

it("does not change with what it was taken of", () => {
	const options = { rate: 0.4, pin: [[0, 4]], force: ["a"], protect: { number: true } };
	const taken = snapshot(options);
	options.rate = 0.9;
	options.pin[0]?.push(9);
	options.force.push("b");
	options.protect.number = false;
	expect(taken).toEqual({ rate: 0.4, pin: [[0, 4]], force: ["a"], protect: { number: true } });
});

it("has signals, functions and patterns as they are", () => {
	const given = { signal: new AbortController().signal, keep: () => true, force: [/a/g] };
	const taken = snapshot(given);
	expect(taken.signal).toBe(given.signal);
	expect(taken.keep).toBe(given.keep);
	expect(taken.force[0]).toBe(given.force[0]);
});

it("ends where something holds itself", () => {
	const given: unknown[] = [];
	given.push(given);
	const taken = snapshot(given);
	expect(taken[0]).toBe(taken);
	expect(taken).not.toBe(given);
});
