import { describe, expect, it } from "vitest";
import { shrinkValue } from "./shrink-text.ts";
import { thinningCompressor, words } from "./thinning.fixture.ts";

const all = { minTokens: 0 };

/** A compressor that gives `text` whatever it gets. */
const giving = (text: string) => thinningCompressor(() => text);

describe("a text", () => {
	it("keeps the white space at its ends", async () => {
		const shrunk = await shrinkValue(thinningCompressor(), "\n a b c d\t ", all);
		expect(shrunk?.value).toBe("\n b d\t ");
	});

	it("stays if the shorter one would be blank or no shorter", async () => {
		for (const text of ["", " \n", "a b c d", "other words as many"]) {
			const shrunk = await shrinkValue(giving(text), "a b c d", all);
			expect(shrunk).toHaveProperty("result");
			expect(shrunk).not.toHaveProperty("value");
		}
	});

	it.each([
		["", 0],
		[" \n ", 0],
		["a b", 4],
		["Ā", 3],
	])("%j of fewer than %i bytes is not even read", async (text, minTokens) => {
		const compressor = thinningCompressor();
		expect(await shrinkValue(compressor, text, { minTokens })).toBeUndefined();
		expect(compressor.calls).toEqual([]);
	});

	it("is read where bytes do not tell", async () => {
		const compressor = thinningCompressor();
		expect(await shrinkValue(compressor, words("w", 9), { minTokens: 10 })).toBeUndefined();
		expect(compressor.calls).toHaveLength(1);
	});
});

it("has its warnings' ranges in the text that was given", async () => {
	const thinning = thinningCompressor();
	const warnings = [{ code: "number-dropped", message: "A number was dropped.", spans: [[0, 2]] }] as const;
	const warned = {
		compress: async (text: string) => ({
			...(await thinning.compress(text)),
			spans: [[2, 3]] as const,
			warnings,
		}),
	};
	const shrunk = await shrinkValue(warned, "\n\n12 b c d", all);
	expect(shrunk?.result).toMatchObject({ spans: [[4, 5]], warnings: [{ spans: [[2, 4]] }] });
});

describe("a text of JSON", () => {
	const json = '{"status": "ok", "note": "a long note"}';

	it.each([
		["breaks", '{"status": "note"}'],
		["is no JSON any more", "status note"],
		["loses a key", '{"note": "a note"}'],
	])("stays if it %s", async (_, text) => {
		expect(await shrinkValue(giving(text), json, all)).not.toHaveProperty("value");
	});

	it("becomes shorter if only its strings do", async () => {
		const shorter = '{"status": "ok", "note": "note"}';
		expect(await shrinkValue(giving(shorter), json, all)).toHaveProperty("value", shorter);
	});

	it.each([
		['"a long text"', '"long text"'],
		[' "a\\nb \\"c\\" \\u00e9 d"\n', ' "long text"\n'],
	])("that is one string, %j, is read as the text in it and stays JSON", async (source, shorter) => {
		const compressor = giving("long text");
		expect(await shrinkValue(compressor, source, all)).toHaveProperty("value", shorter);
		expect(compressor.calls.map(({ text }) => text)).toEqual([JSON.parse(source)]);
	});

	it("in a string of JSON keeps its shape too", async () => {
		const source = JSON.stringify(json);
		expect(await shrinkValue(giving("status note"), source, all)).not.toHaveProperty("value");
		const shorter = '{"status": "ok", "note": "note"}';
		expect(await shrinkValue(giving(shorter), source, all)).toHaveProperty("value", JSON.stringify(shorter));
	});

	it("stays if it is null", async () => {
		expect(await shrinkValue(giving(""), "null", all)).not.toHaveProperty("value");
	});
});

describe("a JSON value", () => {
	const value = { status: "ok", absent: undefined, note: "a long note" };

	it("becomes shorter by way of its text", async () => {
		const compressor = giving('{"status":"ok","note":"note"}');
		const shrunk = await shrinkValue(compressor, value, all);
		expect(compressor.calls[0]?.text).toBe('{"status":"ok","note":"a long note"}');
		expect(shrunk?.value).toEqual({ status: "ok", note: "note" });
	});

	it("stays if its text breaks, or it isn't JSON", async () => {
		expect(await shrinkValue(giving("note"), value, all)).not.toHaveProperty("value");
		const dated = { at: new Date(0), note: "a long note" };
		const text = '{"at":"1970-01-01T00:00:00.000Z","note":"note"}';
		expect(await shrinkValue(giving(text), dated, all)).not.toHaveProperty("value");
	});

	it("is left alone if it has no text", async () => {
		const cycle: unknown[] = [];
		cycle.push(cycle);
		for (const odd of [undefined, () => 1, 1n, cycle]) {
			expect(await shrinkValue(giving("x"), odd, all)).toBeUndefined();
		}
	});
});
