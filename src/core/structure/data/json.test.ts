import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { wordsOf } from "../../analysis.fixture.ts";
import { readData } from "../format.ts";
import { compressed, probabilitiesArbitrary, sentenceArbitrary } from "../structure.fixture.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const low = [0];

/** Keys, types, and the values that never change. */
function shape(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shape);
	if (typeof value === "object" && value !== null) {
		return Object.entries(value).map(([key, inner]) => [key, shape(inner)]);
	}
	if (typeof value !== "string") return value;
	return value.split(/\s+/).length < 4 ? value : "long";
}

/** As `shape`, with all strings alike. */
function types(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "string" ? "" : inner)));
}

const stringArbitrary = fc.oneof(
	sentenceArbitrary,
	fc
		.array(
			fc.oneof(
				sentenceArbitrary,
				fc.constantFrom("\n", "\n\n", "\t", '"so" he', "\\", "é", "C:\\a\\b", "\u0007", "😀"),
			),
			{ maxLength: 8 },
		)
		.map((found) => found.join(" ")),
	fc.string({ unit: "binary", maxLength: 60 }),
);
const { value: jsonArbitrary } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		stringArbitrary,
		fc.constantFrom(null, true, false, 0, -1.5e-9, 42),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(fc.string({ maxLength: 12 }), tie("value"), { maxKeys: 4, noNullPrototype: true }),
	),
}));
const documentArbitrary = fc.record({ data: jsonArbitrary, list: fc.array(jsonArbitrary, { maxLength: 3 }) });

/** As Python writes it. */
function ascii(json: string): string {
	return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

describe("JSON", () => {
	test("keeps keys, short values and syntax, and some word of each long string", () => {
		const text =
			'{\n  "id": "ab-1",\n  "n": [1, 2.5, null],\n  "note": "The shop was closed for the whole week."\n}';
		expect(compressed(text, low)[0]).toBe('{\n  "id": "ab-1",\n  "n": [1, 2.5, null],\n  "note": "The"\n}');
	});

	test("words with escapes are whole, and escaped line breaks stay with their lines", () => {
		const text =
			'{"a": "Un caf\\u00e9 \\"noir\\" ici.\\n\\nThe second line\\tgoes on C:\\\\temp\\\\x https:\\/\\/a.b\\/c"}';
		expect(wordsOf(text)).toEqual([
			'{"a":',
			'"',
			"Un",
			"caf\\u00e9",
			'\\"',
			"noir",
			'\\"',
			"ici",
			".",
			"\\n\\n",
			"The",
			"second",
			"line",
			"\\t",
			"goes",
			"on",
			"C:\\\\temp\\\\x",
			"https:\\/\\/a.b\\/c",
			'"',
			"}",
		]);
	});

	test("a string is a clause of its own: the negation in it does not stay for its key's sake", () => {
		const text = '{"note": "We could see this. That is not in the report of the year"}';
		expect(compressed(text, low)[0]).toBe('{"note": "We"}');
	});

	test.each(["[", '{"a":', '["', "\\", '"', "[1,"])("hostile text of many %s is read", (piece) => {
		const text = piece.repeat(100_000);
		expect(wordsOf(text).length).toBeGreaterThan(0);
	});

	test("100,000 brackets that close are JSON", () => {
		const text = "[".repeat(100_000) + "]".repeat(100_000);
		expect(readData(text)).not.toBeNull();
	});

	test("random values keep their keys, types and short strings at every rate", () => {
		fc.assert(
			fc.property(
				documentArbitrary,
				probabilitiesArbitrary,
				fc.constantFrom(0, 2, "\t"),
				fc.boolean(),
				(data, probabilities, indent, asAscii) => {
					const json = JSON.stringify(data, null, indent);
					const text = asAscii ? ascii(json) : json;
					for (const result of compressed(text, probabilities)) {
						const found: unknown = JSON.parse(result);
						expect(types(found)).toEqual(types(data));
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	test("short strings stay as they are", () => {
		const short = fc.constantFrom("a", "in progress", "2024-01-05 10:00:00 UTC", "https://a.b/c?d=e f", "");
		fc.assert(
			fc.property(
				fc.array(fc.oneof(short, sentenceArbitrary), { minLength: 1, maxLength: 8 }),
				probabilitiesArbitrary,
				(data, probabilities) => {
					for (const result of compressed(JSON.stringify(data), probabilities)) {
						const found = JSON.parse(result) as string[];
						data.forEach((value, at) => {
							if (shape(value) !== "long") expect(found[at]).toBe(value);
						});
					}
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe("JSON that no parser takes", () => {
	const document = {
		id: 7,
		note: "The shop was closed for the whole week.",
		list: ["a", "We could see nothing of it in the report", { done: true, why: 'He said "no" to it' }],
		last: "and that is all that there is to say",
	};
	const text = JSON.stringify(document, null, 2);

	test("cut anywhere, what is left keeps its keys and syntax", () => {
		// Each string but keys as an empty one.
		const bare = (json: string) =>
			json.replace(/"(?:[^"\\]|\\.?)*(?:"|$)(\s*:)?/g, (found, colon) => (colon ? found : '""')).trim();
		for (let end = 30; end < text.length; end++) {
			const cut = text.slice(0, end);
			expect(readData(cut), cut).not.toBeNull();
			for (const result of compressed(cut, [0, 0.7, 0.3])) {
				expect(bare(result)).toBe(bare(cut));
			}
		}
	});

	test("comments stay where they are, and spare commas too", () => {
		const loose = `// It's a file\n${text.replace("7,", '7, /* the " id */')}`.replace(/"\n\}$/, '",\n}');
		const result = compressed(loose.slice(loose.indexOf("{")), [0])[0] ?? "";
		expect(result).toContain('/* the " id */');
		const found: unknown = JSON.parse(result.replace('/* the " id */', "").replace(/,\s*\}$/, "}"));
		expect(types(found)).toEqual(types(document));
	});
});
