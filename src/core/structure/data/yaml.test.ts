import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { readData } from "../format.ts";
import { compressed, probabilitiesArbitrary, sentenceArbitrary } from "../structure.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Keys, types, and all values but strings. */
function types(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "string" ? "" : inner)));
}

const document = `# What the service is, as the handbook tells it
apiVersion: v1
metadata:
  labels: {app: web, tier: "front end"}
  description: This is the web service that answers at http://a.b:80/x # or so
  quoted: "He said \\"yes\\" to all of the people.\\nThen he left the house"
  single: 'It''s a good idea to do that now'
spec:
  replicas: 3
  notes: |
    The first line is about the shop and the people.
      A deeper line that goes on and on here.
    The last line of the notes, which are long.
  run: |
    npm ci
    npm test -- --all
  list:
  - a long item of the list that says something new
  - b
  - name: x
    about: >-
      Tell us more about the item in the list.
`;

describe("YAML", () => {
	test("keeps keys, marks and short values, and something of each long value", () => {
		expect(compressed(document, [0])[0]).toBe(`apiVersion: v1
metadata:
  labels: {app: web, tier: "front end"}
  description: This is http://a.b:80/x # or so
  quoted: "He"
  single: 'It''s'
spec:
  replicas: 3
  notes: |
    The
  run: |
    npm ci
    npm test -- --all
  list:
  - a long
  - b
  - name: x
    about: >-
      Tell`);
	});

	test("random scores leave keys and types as they are", () => {
		fc.assert(
			fc.property(probabilitiesArbitrary, (probabilities) => {
				for (const result of compressed(document, probabilities)) {
					expect(types(parse(result))).toEqual(types(parse(document)));
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("random values keep their keys and types", () => {
		const value = fc.oneof(
			sentenceArbitrary,
			fc.array(sentenceArbitrary, { minLength: 2, maxLength: 4 }).map((lines) => lines.join("\n")),
			fc.array(sentenceArbitrary, { minLength: 2, maxLength: 4 }).map((lines) => `${lines.join("\n  ")}\n`),
			fc.constantFrom(
				"yes",
				"12",
				"2024-01-01 10:00:00 is it",
				"no one: said so to us",
				"x # y z a",
				"",
				null,
				true,
				7,
				1.5,
			),
		);
		const map = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,6}$/), value, {
			minKeys: 1,
			maxKeys: 4,
			noNullPrototype: true,
		});
		const data = fc.record({
			about: map,
			list: fc.array(fc.oneof(value, map), { minLength: 1, maxLength: 4 }),
		});
		const width = fc.constantFrom(0, 40);
		const type = fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
		let read = 0;
		fc.assert(
			fc.property(
				data,
				width,
				type,
				probabilitiesArbitrary,
				(value, lineWidth, defaultStringType, probabilities) => {
					const text = stringify(value, { lineWidth, defaultStringType, defaultKeyType: "PLAIN" });
					if (readData(text) === null) return;
					read++;
					for (const result of compressed(text, probabilities)) {
						expect(types(parse(result))).toEqual(types(value));
					}
				},
			),
			{ numRuns: 200 },
		);
		expect(read).toBeGreaterThan(100);
	});
});
