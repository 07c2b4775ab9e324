import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { wordsOf } from "../../analysis.fixture.ts";
import { readData } from "../format.ts";
import { readRegions } from "../regions.ts";
import { compressed, probabilitiesArbitrary, sentenceArbitrary } from "../structure.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const outer = { segments: [], blocks: [] };
const isTable = (text: string) => readRegions(text, outer).segments.length > 0;

/** Cells of each row, of text as it is written below. */
function cells(text: string, separator: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const form = new RegExp(`("(?:[^"]|"")*"|[^"\\n${separator}]*)(${separator}|\\r?\\n|$)`, "y");
	for (let found = form.exec(text); found; found = form.exec(text)) {
		row.push(found[1] ?? "");
		if (found[2] === separator) continue;
		rows.push(row);
		row = [];
		if (form.lastIndex >= text.length) break;
	}
	return rows;
}

const tables = [
	["commas", "id,name,city\n1,Anna,Oslo\n2,Ben,Rome\n3,Cleo,\n"],
	["semicolons", "id;name;sum\n1;Anna;10,5\n2;Ben;11,0\n"],
	["tabs", "id\tname\n1\tAnna\n2\tBen B.\n"],
	["blanks behind commas", "id, sum, rest\n1, 20, 3\n2, 30, 4\n"],
	["quoted cells", 'id,"full name",note\n1,"Berg, Anna","She said ""no"""\n2,"Roe, Ben",\n'],
	["two columns", "a,1\nb,2\nc,3\nd,4\n"],
	["Windows line breaks", "id,name,city\r\n1,Anna,Oslo\r\n2,Ben,Rome\r\n"],
] as const;

describe("separated values", () => {
	test.each(tables)("%s are a table whose rows stay or go as wholes", (_, text) => {
		expect(isTable(text)).toBe(true);
		const lines = text.trim().split(/\r?\n/);
		for (const result of compressed(text, [0.1, 0.9, 0.4, 0.6])) {
			const [head, ...rest] = result.trim().split(/\r?\n/);
			expect(head).toBe(lines[0]);
			for (const line of rest) expect(lines).toContain(line);
		}
	});

	test("long cells get shorter, and the row keeps its columns", () => {
		const text = [
			"id,review,stars",
			'1,"It was a very good day, and we ""loved"" the food of the house",5',
			"2,Nobody told us that the pool was closed for the week,1",
			'3,"The first line of it\nand then one more line of the same cell",3',
			"",
		].join("\n");
		const all = cells(text, ",");
		for (const score of [[0.1, 0.9, 0.4, 0.6], [0.5], [0.3, 0.1, 0.8, 0.9, 0.7]]) {
			for (const result of compressed(text, score)) {
				for (const row of cells(result.trimEnd(), ",")) {
					const source = all.find(([id]) => id === row[0]);
					expect(row).toHaveLength(3);
					expect(row[2]).toBe(source?.[2]);
					expect(row[1]?.length).toBeGreaterThan(3);
				}
			}
		}
	});

	test("random sentences in cells leave the columns as they are", () => {
		const cell = sentenceArbitrary.map((found) => `"${found.replaceAll('"', '""')}"`);
		const row = fc.tuple(fc.nat({ max: 999 }), cell, fc.constantFrom("a", "b"), cell);
		fc.assert(
			fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), probabilitiesArbitrary, (rows, score) => {
				const text = ["id,one,two,three", ...rows.map((found) => found.join(","))].join("\n");
				const ids = rows.map(([id]) => String(id));
				for (const result of compressed(text, score)) {
					const [head, ...rest] = cells(result, ",");
					expect(head).toEqual(["id", "one", "two", "three"]);
					for (const found of rest) {
						expect(found).toHaveLength(4);
						expect(ids).toContain(found[0]);
					}
				}
			}),
			{ numRuns: 100 },
		);
	});

	test("stands between paragraphs, too", () => {
		const text =
			"Look at the numbers:\n\nid,name,city\n1,Anna,Oslo\n2,Ben,Rome\n\nWho lives in Rome of them?";
		expect(readData(text)).toBeNull();
		for (const result of compressed(text, [0.1, 0.9, 0.4, 0.6])) expect(result).toContain("id,name,city");
	});

	test.each([
		["a poem", "Red, blue, and green,\nthe best, I think, so far,\nof all, of all, my dear,\n"],
		["two rows", "a,b,c\n1,2,3\n"],
		["lines with a comma", "Dear Anna,\nthanks, I am well,\nsee you, then,\nyours, Ben\n"],
		["uneven rows", "a,b,c\n1,2\n3,4,5,6\n"],
		["sentences", "This is it. So, what, now?\nWe go on, with it, now.\nAnd then, we stop, at once.\n"],
	])("%s is none", (_, text) => {
		expect(isTable(text)).toBe(false);
	});

	test.each(["a,b\n", 'a,"', '"', "a,b,c\n1,2\n", '"a\n', "\ta\n", "a\tb"])("many %j are read", (piece) => {
		expect(wordsOf(piece.repeat(20_000)).length).toBeGreaterThan(0);
	});
});
