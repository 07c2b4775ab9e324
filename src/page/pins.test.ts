import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceOf, movedPins, type Pin, withChoice } from "./pins.ts";

const pin = (start: number, end: number, choice: Pin["choice"] = "keep"): Pin => ({ start, end, choice });

describe("withChoice", () => {
	test("sets, changes and takes back a choice", () => {
		const kept = withChoice([], 4, 8, "keep");
		expect(choiceOf(kept, 4, 8)).toBe("keep");
		const dropped = withChoice(kept, 4, 8, "drop");
		expect(dropped).toEqual([pin(4, 8, "drop")]);
		expect(withChoice(dropped, 4, 8, "auto")).toEqual([]);
	});

	test("stays in source order and replaces what it overlaps", () => {
		const pins = [pin(0, 2), pin(5, 9), pin(12, 14)];
		expect(withChoice(pins, 6, 7, "drop")).toEqual([pin(0, 2), pin(6, 7, "drop"), pin(12, 14)]);
	});

	test("neighbours do not overlap", () => {
		expect(choiceOf([pin(0, 4)], 4, 8)).toBe("auto");
	});
});

describe("movedPins", () => {
	test.each([
		["an insertion before moves it", "one two", "zero one two", [pin(4, 7)], [pin(9, 12)]],
		["an insertion after leaves it", "one two", "one two three", [pin(0, 3)], [pin(0, 3)]],
		["an edit inside removes it", "one two three", "one twelve three", [pin(4, 7)], []],
		["a deletion before moves it", "one two", "two", [pin(4, 7)], [pin(0, 3)]],
		["a whole new text removes it", "one two", "äöü", [pin(4, 7)], []],
	])("%s", (_name, before, after, pins, expected) => {
		expect(movedPins(pins, before, after)).toEqual(expected);
	});

	test("a pin that stays has the same text under it", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(text, text, fc.nat(), fc.nat(), (before, after, a, b) => {
				const start = a % before.length;
				const end = start + 1 + (b % (before.length - start));
				for (const moved of movedPins([pin(start, end)], before, after)) {
					expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end));
				}
			}),
		);
	});
});
