import { describe, expect, test } from "vitest";
import { defaultSettings, questionOf, selectOptions, withAmount, withMode } from "./settings.ts";
import { parsePins, parseSettings } from "./settings-json.ts";

describe("selectOptions", () => {
	test("asks for exactly one measure", () => {
		expect(selectOptions({ ...defaultSettings, mode: "share", share: 33 }, [])).toMatchObject({ rate: 0.33 });
		const budget = selectOptions({ ...defaultSettings, mode: "budget", budget: 120 }, []);
		expect(budget).toMatchObject({ targetTokens: 120 });
		expect(budget).not.toHaveProperty("rate");
		const automatic = selectOptions({ ...defaultSettings, mode: "automatic", threshold: 0 }, []);
		expect(automatic).toMatchObject({ threshold: 0 });
		expect(automatic).not.toHaveProperty("targetTokens");
	});

	test("splits forced words at white space and sorts pins by choice", () => {
		const options = selectOptions({ ...defaultSettings, force: "  SLA,  42 " }, [
			{ start: 0, end: 3, choice: "keep" },
			{ start: 5, end: 9, choice: "drop" },
		]);
		expect(options.force).toEqual(["SLA,", "42"]);
		expect(options.pin).toEqual([[0, 3]]);
		expect(options.drop).toEqual([[5, 9]]);
	});

	test("each measure keeps its own amount", () => {
		const settings = withAmount(withAmount({ ...defaultSettings, mode: "budget" }, 90), 91);
		expect(settings).toMatchObject({ budget: 91, share: 50, threshold: 0.5 });
	});
});

test.each([
	["budget", { keptTokens: 121, sourceTokens: 300 }, { mode: "budget", budget: 121, share: 50 }],
	["budget", { keptTokens: 0, sourceTokens: 300 }, { mode: "budget", budget: 1 }],
	["budget", null, { mode: "budget", budget: 500 }],
	["automatic", { keptTokens: 121, sourceTokens: 300 }, { mode: "automatic", threshold: 0.5 }],
	["share", { keptTokens: 121, sourceTokens: 300 }, { mode: "share", share: 50 }],
] as const)("to %s with %j kept", (mode, now, expected) => {
	expect(withMode(defaultSettings, mode, now)).toMatchObject(expected);
});

test.each([
	[121, 300, 40],
	[0, 300, 1],
	[300, 300, 100],
	[310, 300, 100],
	[0, 0, 50],
])("from a budget to a share, %i of %i kept", (keptTokens, sourceTokens, share) => {
	const budget = { ...defaultSettings, mode: "budget" } as const;
	expect(withMode(budget, "share", { keptTokens, sourceTokens })).toMatchObject({ mode: "share", share });
});

test.each([
	["", undefined],
	[" \t", undefined],
	[" Who pays? ", "Who pays?"],
])("the question typed as %j is %j", (question, asked) => {
	expect(questionOf({ ...defaultSettings, question })).toBe(asked);
});

describe("parseSettings", () => {
	test("reads back what was written", () => {
		const settings = {
			...defaultSettings,
			question: "Who pays?",
			mode: "automatic",
			threshold: 0.25,
			price: 0,
			theme: "dark",
		} as const;
		expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
	});

	test.each([
		null,
		"",
		"{",
		"[]",
		"7",
		'{"question":7,"mode":3,"share":0,"budget":-1,"threshold":"x","protect":5,"price":null}',
	])("falls back to the defaults on %s", (json) => {
		expect(parseSettings(json)).toEqual(defaultSettings);
	});
});

describe("parsePins", () => {
	test("keeps what lies within the text, in order", () => {
		const pins = [
			{ start: 6, end: 9, choice: "drop" },
			{ start: 0, end: 3, choice: "keep" },
			{ start: 8, end: 12, choice: "keep" },
			{ start: 3, end: 3, choice: "keep" },
			{ start: -1, end: 2, choice: "keep" },
			{ start: 1, end: 2, choice: "maybe" },
			null,
		];
		expect(parsePins(JSON.stringify(pins), 10)).toEqual([pins[1], pins[0]]);
	});

	test("anything else is no pin", () => {
		expect(parsePins("{", 10)).toEqual([]);
		expect(parsePins('{"start":0}', 10)).toEqual([]);
	});
});
