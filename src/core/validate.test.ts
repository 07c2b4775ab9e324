import { describe, expect, test } from "vitest";
import { CompressorError } from "./error.ts";
import type { SelectOptions } from "./options.ts";
import { validateProtect, validateSelectOptions } from "./validate.ts";

/** The error that a call throws, or null. */
function errorOf(run: () => void): unknown {
	try {
		run();
		return null;
	} catch (error) {
		return error;
	}
}

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

describe("bad options are named, with the value seen", () => {
	test.each<[unknown, string, string]>([
		[null, "options", "null"],
		[[], "options", "[]"],
		[new Map([["rate", 0.5]]), "options", "[object Map]"],
		[AbortSignal.abort(), "options", "[object AbortSignal]"],
		[new (class Settings {})(), "options", "[object Settings]"],
		[Object.create({ rate: 0.5 }), "options", "[object Object]"],
		[{ rate: 0 }, "rate", "0"],
		[{ rate: 2 }, "rate", "2"],
		[{ rate: Number.NaN }, "rate", "NaN"],
		[{ rate: "0.5" }, "rate", '"0.5"'],
		[{ rate: null }, "rate", "null"],
		[{ rate: cycle }, "rate", '{"self":…}'],
		[{ targetTokens: 1.5 }, "targetTokens", "1.5"],
		[{ targetTokens: 0 }, "targetTokens", "0"],
		[{ targetTokens: Number.POSITIVE_INFINITY }, "targetTokens", "Infinity"],
		[{ threshold: -0.1 }, "threshold", "-0.1"],
		[{ threshold: 1.1 }, "threshold", "1.1"],
		[{ rate: 0.5, targetTokens: 10 }, "rate, targetTokens", "rate: 0.5, targetTokens: 10"],
		[{ targetTokens: 5, threshold: 0.5 }, "targetTokens, threshold", "5"],
		[{ raet: 0.5 }, "raet", "0.5"],
		[{ protect: true }, "protect", "true"],
		[{ protect: /foo/g }, "protect", "/foo/g"],
		[{ protect: new Set(["url"]) }, "protect", "[object Set]"],
		[{ protect: new Date(0) }, "protect", "[object Date]"],
		[{ protect: { urls: true } }, "protect.urls", "true"],
		[{ protect: { url: "yes" } }, "protect.url", '"yes"'],
		[{ protect: { patterns: /x/ } }, "protect.patterns", "/x/"],
		[{ protect: { patterns: ["x"] } }, "protect.patterns", '"x"'],
		[{ force: "word" }, "force", '"word"'],
		[{ force: [1] }, "force", "[1]"],
		[{ force: ["a", ""] }, "force", '["a",""]'],
		[{ pin: [0, 1] }, "pin", "0"],
		[{ pin: [[3, 2]] }, "pin", "[3,2]"],
		[{ pin: [[2, 2]] }, "pin", "[2,2]"],
		[{ pin: [[-1, 2]] }, "pin", "[-1,2]"],
		[{ drop: [[0, 11]] }, "drop", "[0,11]"],
		[{ drop: [[0.5, 2]] }, "drop", "[0.5,2]"],
		[{ drop: [[0, 1, 2]] }, "drop", "[0,1,2]"],
		[{ drop: {} }, "drop", "{}"],
	])("%o", (options, name, value) => {
		const error = errorOf(() => validateSelectOptions(options as SelectOptions, 10));
		expect(error).toBeInstanceOf(CompressorError);
		expect(error).toMatchObject({ code: "invalid-option" });
		expect((error as Error).message).toContain(name);
		expect((error as Error).message).toContain(value);
	});

	test("a long value is cut short", () => {
		const error = errorOf(() => validateSelectOptions({ rate: "x".repeat(10_000) as never }, 10));
		expect((error as Error).message.length).toBeLessThan(200);
	});
});

test.each<SelectOptions>([
	{},
	{ rate: 1 },
	Object.assign(Object.create(null), { rate: 1 }),
	{ rate: undefined, targetTokens: 5, protect: undefined, force: undefined, pin: undefined } as object,
	{ question: undefined, signal: undefined, compat: undefined, raet: undefined } as object,
	{ protect: { url: undefined, urls: undefined, patterns: undefined } as object },
	{ rate: 1e-9 },
	{ targetTokens: 1 },
	{ threshold: 0 },
	{ threshold: 1, protect: { url: false, number: true, patterns: [/x/g] } },
	{ force: ["\n", "?"], pin: [[0, 10]], drop: [[9, 10]] },
])("%o is fine", (options) => {
	expect(errorOf(() => validateSelectOptions(options, 10))).toBeNull();
});

test.each([
	["question", "given to score or compress"],
	["signal", "given to load, score or compress"],
	["structured", 'given to compress together with compat: "llmlingua-2"'],
	["contextFilter", 'given to compress together with compat: "llmlingua-2" and several contexts'],
	["minPerContext", "given together with several contexts"],
	["device", "given to createCompressor"],
	["stable", "given to compressMessages"],
	["toString", "left out: there is no such option"],
])("the error about %s says where it belongs", (name, home) => {
	const error = errorOf(() => validateSelectOptions({ [name]: null }, 10));
	expect(error).toMatchObject({ code: "invalid-option", message: expect.stringContaining(home) });
	expect((error as Error).message).toMatch(new RegExp(`^${name} must be .*; got null\\.$`));
});

test("options of other calls are none of a selection", () => {
	const asked = errorOf(() => validateSelectOptions({ question: "Why?" } as SelectOptions, 10));
	expect(asked).toMatchObject({
		code: "invalid-option",
		message: 'question must be given to score or compress: select reads no text; got "Why?".',
	});
});

test("protect is checked by itself too", () => {
	expect(errorOf(() => validateProtect(undefined))).toBeNull();
	expect(errorOf(() => validateProtect({ number: true }))).toBeNull();
	expect(errorOf(() => validateProtect({ number: 1 }))).toMatchObject({ code: "invalid-option" });
});
