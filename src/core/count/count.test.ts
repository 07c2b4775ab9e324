import fc from "fast-check";
import { countTokens as cl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { countTokens as o200k } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test, vi } from "vitest";
import { CompressorError } from "../error.ts";
import { textArbitrary } from "../text.fixture.ts";
import { customCounter, loadCounter } from "./count.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const plain = { disallowedSpecial: new Set<string>() };
const encodings = [
	["o200k_base", o200k, await loadCounter("o200k_base")],
	["cl100k_base", cl100k, await loadCounter("cl100k_base")],
] as const;

describe.each(encodings)("%s", (_, reference, counter) => {
	test.each([
		["", 0],
		["Hello world", 2],
		["\n", 1],
	])("%j has %i", (text, tokens) => {
		expect(counter.count(text)).toBe(tokens);
	});

	test.each([
		"<|endoftext|>",
		"a <|im_start|>user<|im_end|> b",
		"\ud800 lone \udc00 surrogates",
		"\ud800\ud800$ \udc00\udc00",
		"👩‍👩‍👧‍👦 e\u0301 ﷽ \u0000 \ufeff",
		"don't WE'LL it's 12's",
		"  \n \n\t x  \r\n\r\n/path\n/x",
		"a".repeat(700),
		"漢字仮名".repeat(300),
		"-".repeat(1500),
		`${" ".repeat(1200)}x`,
	])("counts %j like the reference", (text) => {
		expect(counter.count(text)).toBe(reference(text, plain));
	});

	test("counts any text like the reference", () => {
		fc.assert(
			fc.property(fc.oneof(textArbitrary, fc.string({ unit: "binary", maxLength: 40 })), (text) => {
				expect(counter.count(text)).toBe(reference(text, plain));
			}),
			{ numRuns: 500 },
		);
	});

	test("counts 200,000 characters without a space", () => {
		expect(counter.count("a".repeat(200_000))).toBe(25_000);
		expect(counter.count("漢字仮名".repeat(50_000))).toBe(counter.count("漢字仮名".repeat(500)) * 100);
	});
});

describe("a caller's function", () => {
	test("counts", () => {
		expect(customCounter((text) => Math.ceil(text.length / 4)).count("Hello world")).toBe(3);
	});

	test.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, "3", undefined])("may not return %s", (value) => {
		const counter = customCounter(() => value as number);
		expect(() => counter.count("text")).toThrowError(CompressorError);
		expect(() => counter.count("text")).toThrowError(/countTokens/);
	});

	test("that throws is named, with its error as the cause", () => {
		const cause = new Error("no ranks");
		const counter = customCounter(() => {
			throw cause;
		});
		expect(() => counter.count("text")).toThrowError(
			expect.objectContaining({
				code: "invalid-option",
				cause,
				message: expect.stringMatching(/countTokens .* no ranks/),
			}),
		);
	});
});
