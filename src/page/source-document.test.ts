import { describe, expect, test } from "vitest";
import { SourceDocument } from "./source-document.ts";
import { createStore } from "./store.ts";

describe("SourceDocument", () => {
	test("what is cleared or replaced can be had back, pins included", () => {
		const source = new SourceDocument("one two", []);
		source.choose(4, 7, "drop");
		source.replace("", "Cleared.");
		expect(source.text).toBe("");
		expect(source.replaced?.what).toBe("Cleared.");
		source.edit("new", "typed");
		source.undo();
		expect(source.text).toBe("one two");
		expect(source.pins).toEqual([{ start: 4, end: 7, choice: "drop" }]);
		source.undo();
		expect(source.text).toBe("new");
	});

	test("an edit takes the pins along", () => {
		const source = new SourceDocument("one two", [{ start: 4, end: 7, choice: "keep" }]);
		source.edit("zero one two", "typed");
		expect(source.pins).toEqual([{ start: 9, end: 12, choice: "keep" }]);
	});

	test("line ends are those of a text field", () => {
		const source = new SourceDocument("", []);
		source.replace("a\r\nb\rc\nd", "Replaced.");
		expect(source.text).toBe("a\nb\nc\nd");
	});

	test("tells of changes, not of the same text again", () => {
		const source = new SourceDocument("one", []);
		let changes = 0;
		source.addEventListener("text", () => changes++);
		source.edit("one", "typed");
		source.edit("one more", "typed");
		expect(changes).toBe(1);
	});
});

describe("store", () => {
	test("a storage that is full or forbidden costs no more than the memory of it", () => {
		const full = createStore(() => ({
			length: 0,
			clear() {},
			key: () => null,
			getItem: () => "old",
			removeItem() {},
			setItem() {
				throw new DOMException("full", "QuotaExceededError");
			},
		}));
		expect(full.write("text", "long")).toBe(false);
		const forbidden = createStore(() => {
			throw new DOMException("no", "SecurityError");
		});
		expect(forbidden.read("text")).toBeNull();
		expect(forbidden.write("text", "x")).toBe(false);
	});
});

test("choices that were reset can be had back, until the text is edited", () => {
	const pins = [{ start: 0, end: 3, choice: "keep" }] as const;
	const source = new SourceDocument("one two", pins);
	source.resetPins();
	expect(source.pins).toEqual([]);
	expect(source.replaced?.what).toBe("Reset 1 choice.");
	source.undo();
	expect(source.pins).toEqual(pins);
	expect(source.replaced).toBeNull();
	source.resetPins();
	source.edit("one two three", "typed");
	expect(source.replaced).toBeNull();
});
