import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceAt } from "./text-place.ts";

describe("replaceAt", () => {
	it("replaces at paths and shares the rest", () => {
		const kept = { role: "user" };
		const calls = [{ id: "1" }];
		const root = [kept, { content: [{ text: "a" }, { text: "b" }], calls }];
		const result = replaceAt(root, [
			{ path: [1, "content", 0, "text"], value: "A" },
			{ path: [1, "content", 1, "text"], value: "B" },
		]);
		expect(result).toEqual([kept, { content: [{ text: "A" }, { text: "B" }], calls }]);
		expect(result[0]).toBe(kept);
		expect(result[1]).toHaveProperty("calls", calls);
		expect(root).toEqual([kept, { content: [{ text: "a" }, { text: "b" }], calls }]);
	});

	it("gives the root itself for no places, and the value for an empty path", () => {
		const root = { a: 1 };
		expect(replaceAt(root, [])).toBe(root);
		expect(replaceAt<unknown>(root, [{ path: [], value: "x" }])).toBe("x");
	});

	it("keeps symbols, turns a getter into its new value, and takes __proto__ for a name", () => {
		const mark = Symbol("mark");
		const lazy = {
			[mark]: true,
			get schema() {
				return "long";
			},
		};
		expect(replaceAt(lazy, [{ path: ["schema"], value: "short" }])).toEqual({
			[mark]: true,
			schema: "short",
		});
		const root: object = JSON.parse('{"__proto__": {"text": "long"}}');
		const result = replaceAt(root, [{ path: ["__proto__", "text"], value: "short" }]);
		expect(JSON.stringify(result)).toBe('{"__proto__":{"text":"short"}}');
		expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
	});

	it("works on frozen values, whatever the places", () => {
		const items = fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 });
		const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string()));
		fc.assert(
			fc.property(items, choices, (root, picked) => {
				for (const row of root) Object.freeze(row);
				Object.freeze(root);
				const expected = root.map((row) => [...row]);
				const places = picked.map(([a, b, value]) => {
					const at = a % root.length;
					const within = b % (root[at]?.length ?? 1);
					expected[at]?.splice(within, 1, value);
					return { path: [at, within], value };
				});
				expect(replaceAt(root, places)).toEqual(expected);
			}),
		);
	});
});
