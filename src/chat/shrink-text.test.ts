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

describe("white space around a text", () => {
	/** A word is an LLM token, as is a line break of a blank text. */
	const thinning = thinningCompressor();
	const counting = {
		compress: async (text: string, options = {}) => {
			const result = await thinning.compress(text, options);
			return text.trim() === "" ? { ...result, text, sourceTokens: text.length } : result;
		},
	};

	it.each([
		["counts against the budget", "\n\n", "\n", 10, 3 + 7, "\n\n"],
		["goes where the budget needs it", "\n".repeat(60), "\n", 10, 10, ""],
	])("%s", async (_, before, after, targetTokens, keptTokens, start) => {
		const shrunk = await shrinkValue(counting, before + words("w") + after, { minTokens: 0, targetTokens });
		expect(shrunk?.result).toMatchObject({ keptTokens, sourceTokens: 60 + before.length + 1 });
		expect(/^\s*/.exec(String(shrunk?.value))?.[0]).toBe(start);
	});

	it("is in the counts without a budget too", async () => {
		const shrunk = await shrinkValue(counting, `\n${words("w")}\n`, all);
		expect(shrunk?.result).toMatchObject({ keptTokens: 32, sourceTokens: 62 });
	});
});

it("reports no warnings of a result that is refused", async () => {
	const warnings = [{ code: "number-dropped", message: "A number was dropped.", spans: [[0, 2]] }] as const;
	const breaking = giving("note");
	const warned = { compress: async (text: string) => ({ ...(await breaking.compress(text)), warnings }) };
	const shrunk = await shrinkValue(warned, '{"note": "12 long notes"}', all);
	expect(shrunk).not.toHaveProperty("value");
	expect(shrunk?.result.warnings).toEqual([]);
});

it("pins strings that hold JSON in a text of JSON", async () => {
	const compressor = giving("x");
	const inner = JSON.stringify(JSON.stringify({ cache: "hit or miss", for: 3 }));
	await shrinkValue(compressor, `{"debug": ${inner}, "note": "a long note"}`, all);
	expect(compressor.calls[0]?.options.pin).toEqual([[10, 10 + inner.length]]);
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
