import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer, joinTables, type TokenTable } from "./tokenizer.ts";

/** What Python's `tokenizers` gives; `offsets` holds start and end of each token, one after the other. */
interface Reference {
	readonly text: string;
	readonly ids: readonly number[];
	readonly offsets: readonly number[];
}

function readFile(path: string): Buffer {
	return readFileSync(new URL(path, import.meta.url));
}

function load(name: string) {
	const golden = gunzipSync(readFile(`../../training/compat/golden/${name}.json.gz`)).toString();
	return {
		name,
		tokenizer: createTokenizer((JSON.parse(golden) as { readonly tokenizer: unknown }).tokenizer),
		references: JSON.parse(readFile(`./fixtures/${name}.json`).toString()) as readonly Reference[],
	};
}

function offsets({ start, end }: TokenTable): number[] {
	return Array.from(start).flatMap((from, at) => [from, end[at] ?? Number.NaN]);
}

const [cased, uncased] = [load("bert-cased"), load("bert-uncased")];

describe.each([cased, uncased])("$name", ({ tokenizer, references }) => {
	it("gives the ids and offsets of Python's tokenizers for every text of the fixture", () => {
		expect(references.length).toBeGreaterThan(300);
		for (const { text, ids, offsets: expected } of references) {
			const table = tokenizer.tokenize(text);
			expect(Array.from(table.id), text).toEqual(ids);
			expect(offsets(table), text).toEqual(expected);
		}
	});

	it("gives a long text in blocks the tokens that its parts have", () => {
		const parts = references.map(({ text }) => text).filter((text) => !/^\p{M}/u.test(text));
		const text = parts.join("\n");
		const blocks = [...tokenizer.blocks(text)];
		expect(blocks.length).toBeGreaterThan(1);
		const expected: number[] = [];
		for (const part of parts) expected.push(...tokenizer.tokenize(part).id);
		expect(Array.from(joinTables(blocks).id)).toEqual(expected);
	});

	it("has ranges in order inside any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
				const { start, end } = tokenizer.tokenize(text);
				for (const [at, from] of start.entries()) {
					expect(from).toBeGreaterThanOrEqual(start[at - 1] ?? 0);
					expect(end[at]).toBeGreaterThan(from);
					expect(end[at]).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("spells tokens as Python does, and knows more added ones", () => {
		const speller = tokenizer.speller(["[NEW0]"]);
		expect(speller.family).toBe("bert");
		expect([speller.before.spelling, speller.after.spelling]).toEqual(["[CLS]", "[SEP]"]);
		expect(speller.unknown.spelling).toBe("[UNK]");
		const spelt = [...speller.blocks("the[NEW0]ᚠ")].flatMap(({ spelling = [] }) => spelling);
		expect(spelt).toEqual(["the", "[NEW0]", "[UNK]"]);
	});
});

describe("the two cases", () => {
	const slices = (tokenizer: typeof cased.tokenizer, text: string) => {
		const { start, end } = tokenizer.tokenize(text);
		return Array.from(start, (from, at) => text.slice(from, end[at]));
	};

	it("point at the source as it is written", () => {
		expect(slices(uncased.tokenizer, "ÉTÉ, 東京").join("")).toBe("ÉTÉ,東京");
		expect(slices(cased.tokenizer, "ÉTÉ, 東京").join("")).toBe("ÉTÉ,東京");
	});

	it("are alike but for case and accents", () => {
		expect(uncased.tokenizer.tokenize("NAÏVE").id).toEqual(uncased.tokenizer.tokenize("naive").id);
		expect(cased.tokenizer.tokenize("NAÏVE").id).not.toEqual(cased.tokenizer.tokenize("naive").id);
	});
});
