import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer, joinTables, type TokenTable } from "./tokenizer.ts";

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/** What Python's `tokenizers` gives; `offsets` holds start and end of each token, one after the other. */
interface Reference {
	readonly text: string;
	readonly ids: readonly number[];
	readonly offsets: readonly number[];
}

const tokenizer = createTokenizer(readJson("../../public/models/embedded/tokenizer.json"));
const references = readJson("./fixtures/offsets.json") as readonly Reference[];

type Row = readonly [id: number, start: number, end: number];

function rows({ id, start, end }: TokenTable, shift = 0): Row[] {
	return Array.from(id, (value, at) => [value, (start[at] ?? 0) + shift, (end[at] ?? 0) + shift]);
}

/** With ranges that are true even after a control character at the start. */
function blockRows(text: string, shift = 0): Row[] {
	return rows(joinTables([...tokenizer.blocks(text)]), shift);
}

function slices(text: string): string[] {
	return rows(tokenizer.tokenize(text)).map(([, start, end]) => text.slice(start, end));
}

describe("against Python's tokenizers", () => {
	it("gives the same ids and offsets for every text of the fixture", () => {
		expect(references.length).toBeGreaterThan(500);
		for (const { text, ids, offsets } of references) {
			const table = tokenizer.tokenize(text);
			expect([...table.id], text).toEqual(ids);
			expect(
				rows(table).flatMap(([, start, end]) => [start, end]),
				text,
			).toEqual(offsets);
		}
	});

	it("keeps a control character's shift at the start of a text, which blocks does not have", () => {
		expect(slices("\u001bred")).toEqual(["\u001bre"]);
		expect(blockRows("\u001bred").map(([, start, end]) => [start, end])).toEqual([[1, 4]]);
	});

	it.each(["</s>", "<s>", "<mask>", "<pad>", "<unk>"])("finds %s in a text as one token", (token) => {
		expect(slices(`be${token}at`)).toContain(token);
	});
});

describe("lone surrogates", () => {
	it.each(["\ud800", "a\ud800b", "\udc00\ud800", "a \udfff", "e\ud83d\u0301x", "😀\ude00"])(
		"count as U+FFFD, one unit wide: %j",
		(text) => {
			expect(rows(tokenizer.tokenize(text))).toEqual(
				rows(tokenizer.tokenize(text.replace(/[\ud800-\udfff]/gu, "\ufffd"))),
			);
		},
	);
});

describe("long texts", () => {
	it.each([
		["letters", "a".repeat(100_000)],
		["base64", Array.from({ length: 100_000 }, (_, at) => ((at * at * 31 + at) % 36).toString(36)).join("")],
		["combining marks", `a${"\u0301".repeat(100_000)}`],
		["ideographs", "漢字仮名".repeat(25_000)],
		["emoji with joiners", "👩\u200d".repeat(33_000)],
		["accents written apart", "e\u0301\u05e9\u05b8".repeat(25_000)],
	])("without a space are tokenized to the end: %s", (_name, text) => {
		const { start, end } = tokenizer.tokenize(text);
		expect(start[0]).toBe(0);
		expect(end.at(-1)).toBeGreaterThan(text.length - 3);
		expect(start.every((value, at) => at === 0 || value >= (start[at - 1] ?? 0))).toBe(true);
	});

	it("come in blocks that put together are the whole", () => {
		const text = references
			.map((reference) => reference.text)
			.join("\n")
			.slice(0, 120_000);
		const blocks = [...tokenizer.blocks(text)];
		expect(blocks.length).toBeGreaterThan(3);
		expect(rows(joinTables(blocks))).toEqual(rows(tokenizer.tokenize(text)));
	});
});

describe("any text", () => {
	const character = fc.oneof(
		fc.constantFrom(
			..."aeoßñøžДжяαβשלםمرحهกขคहिन漢字かナ한글.,;!?-—_'\"()[]{}<>/@#$%&*+=|~^0123456789²½Ⅷ＃ﬁ😀🎉",
		),
		fc.constantFrom(" ", " ", "  ", "\n", "\t", "\r\n", "\u3000"),
		fc.constantFrom(
			"e\u0301",
			"👨\u200d👩\u200d👧",
			"🇩🇪",
			"👍🏽",
			"ﷺ",
			"\u0001",
			"\0",
			"\u200b",
			"\u202e",
			"</s>",
		),
	);
	const anyText = fc.oneof(
		fc.array(character, { maxLength: 60 }).map((parts) => parts.join("")),
		fc.string({ unit: "binary", maxLength: 40 }),
	);

	it("has ranges that ascend, lie inside it and are never empty", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const found = rows(tokenizer.tokenize(text));
				for (const [at, [, start, end]] of found.entries()) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(start).toBeGreaterThanOrEqual(found[at - 1]?.[1] ?? 0);
					expect(end).toBeGreaterThanOrEqual(found[at - 1]?.[2] ?? 0);
				}
			}),
		);
	});

	it("has every letter, digit and mark of it in a token", () => {
		fc.assert(
			fc.property(fc.array(character, { maxLength: 60 }), (parts) => {
				const text = parts.join("");
				const covered = new Uint8Array(text.length);
				for (const [, start, end] of rows(joinTables([...tokenizer.blocks(text)])))
					covered.fill(1, start, end);
				for (const { index } of text.matchAll(/[\p{L}\p{N}\p{P}\p{S}]/gu)) expect(covered[index]).toBe(1);
			}),
		);
	});

	it("is its parts, cut before a space", () => {
		fc.assert(
			fc.property(anyText, anyText, (before, after) => {
				const head = `x${before}x`;
				const tail = ` ${after}`;
				expect(blockRows(head + tail)).toEqual([...blockRows(head), ...blockRows(tail, head.length)]);
			}),
		);
	});

	it("gives the same when asked again, out of the cache", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(rows(tokenizer.tokenize(text))).toEqual(rows(tokenizer.tokenize(text)));
			}),
		);
	});
});
