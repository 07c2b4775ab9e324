// The options of compressStructured, and which parts a compressor is asked for.
import { describe, expect, it } from "vitest";
import type { CompressResult } from "../../core/result.ts";
import type { CompressOptions } from "../compressor-options.ts";
import { compressStructured } from "./compress-structured.ts";

const prompt = "<llmlingua, compress=False>Ada:</llmlingua><llmlingua, rate=0.4> Good morning. </llmlingua>";

function recorder() {
	const calls: [string, CompressOptions][] = [];
	const compress = async (text: string, options: CompressOptions): Promise<CompressResult> => {
		calls.push([text, options]);
		const counts = { spans: [], sourceTokens: 2, keptTokens: 1, rate: 0.5, ratio: 2, warnings: [] };
		return { text: "Good", ...counts, model: "recorder", device: "wasm" };
	};
	return { compress, calls };
}

describe("compressStructured", () => {
	it("compresses each part by its own rate and keeps the white space around it", async () => {
		const compressor = recorder();
		const options = { force: ["!"], rate: undefined, targetTokens: undefined, compat: undefined } as object;
		const { text, parts } = await compressStructured(compressor, prompt, options);
		expect(text).toBe("Ada: Good ");
		expect(parts.map(({ result }) => result?.text)).toEqual([undefined, "Good"]);
		expect(compressor.calls).toMatchObject([[" Good morning. ", { rate: 0.4, force: ["!"] }]]);
	});

	it.each<[unknown, RegExp]>([
		[null, /^options must be an object; got null/],
		[new Map(), /^options must be an object; got \[object Map\]/],
		[{ rate: 2 }, /^rate must be a number.* got 2/],
		[{ targetTokens: 5 }, /^targetTokens must be left out: every part has a rate of its own; got 5/],
		[{ compat: "llmlingua-2" }, /^compat must be left out/],
		[{ protect: /a/ }, /^protect must be an object; got \/a\//],
		[{ question: 1 }, /^question must be a string; got 1/],
		[{ signal: {} }, /^signal must be an AbortSignal/],
		[{ raet: 1 }, /^raet must be left out/],
	])("refuses %o, even if no part is compressed", async (options, message) => {
		const call = compressStructured(
			recorder(),
			"<llmlingua, compress=False>a</llmlingua>",
			options as object,
		);
		await expect(call).rejects.toMatchObject({ code: "invalid-option" });
		await expect(call).rejects.toThrow(message);
	});
});
