import { describe, expect, it } from "vitest";
import { readAttributes } from "./attributes.ts";

const baseUrl = "https://app.example/chat/";

function read(attributes: Readonly<Record<string, string>>) {
	return readAttributes((name) => attributes[name] ?? null, baseUrl);
}

function problems(attributes: Readonly<Record<string, string>>): string[] {
	return read(attributes).problems.map(({ attribute, error }) => `${attribute}: ${error.message}`);
}

it("of no attributes are the defaults", () => {
	expect(read({})).toEqual({
		amount: { kind: "rate", rate: 0.5 },
		choice: { model: "embedded", device: "auto" },
		problems: [],
	});
});

describe("the amount", () => {
	it.each([
		[{ rate: "0.33" }, { kind: "rate", rate: 0.33 }],
		[{ rate: " 1 " }, { kind: "rate", rate: 1 }],
		[{ "target-tokens": "500" }, { kind: "budget", tokens: 500 }],
		[
			{ rate: "0.2", "target-tokens": "500" },
			{ kind: "budget", tokens: 500 },
		],
		[
			{ rate: "0.2", "target-tokens": "many" },
			{ kind: "rate", rate: 0.2 },
		],
		[{ rate: "50%" }, { kind: "rate", rate: 0.5 }],
	])("of %j is %j", (attributes, amount) => {
		expect(read(attributes).amount).toEqual(amount);
	});
});

describe("what cannot be used is named with its value", () => {
	it.each([
		[{ rate: "50%" }, ['rate: rate must be a number, 0 < rate ≤ 1; got "50%".']],
		[{ rate: "" }, ['rate: rate must be a number, 0 < rate ≤ 1; got "".']],
		[{ rate: "1.5" }, ['rate: rate must be a number, 0 < rate ≤ 1; got "1.5".']],
		[{ "target-tokens": "0" }, ['target-tokens: target-tokens must be an integer ≥ 1; got "0".']],
		[
			{ rate: "0.4", "target-tokens": "9" },
			['rate: rate must be left out where target-tokens is given; got "0.4".'],
		],
		[{ device: "gpu" }, ['device: device must be "auto", "webgpu" or "wasm"; got "gpu".']],
		[
			{ model: "big" },
			[
				'model: model must be "embedded", "<owner>/<name>" or the URL of a folder, which ends in "/"; got "big".',
			],
		],
		[
			{ "assets-url": "http://" },
			[
				'assets-url: assets-url must be the URL of a folder, absolute or relative to the document; got "http://".',
			],
		],
		[
			{ "assets-url": "data:text/plain,x" },
			[
				'assets-url: assets-url must be the URL of a folder, absolute or relative to the document; got "data:text/plain,x".',
			],
		],
		[
			{ model: "blob:https://app.example/x/" },
			[
				'model: model must be "embedded", "<owner>/<name>" or the URL of a folder, which ends in "/"; got "blob:https://app.example/x/".',
			],
		],
		[{ rows: "x" }, ['rows: rows must be an integer ≥ 1; got "x".']],
		[{ rows: "-1" }, ['rows: rows must be an integer ≥ 1; got "-1".']],
		[{ auto: "false" }, ['auto: auto must be left out, or written without a value; got "false".']],
		[
			{ disabled: "no", required: "0" },
			[
				'disabled: disabled must be left out, or written without a value; got "no".',
				'required: required must be left out, or written without a value; got "0".',
			],
		],
		[{ rate: "0.4", device: "wasm", question: "Who?", "assets-url": "/s/" }, []],
		[{ rows: "3", auto: "", disabled: "disabled", required: "true" }, []],
	])("%j", (attributes, expected) => {
		expect(problems(attributes)).toEqual(expected);
	});
});

it("URLs are relative to the document", () => {
	expect(read({ model: "owner/name" }).choice.model).toBe("owner/name");
	expect(read({ "assets-url": "./sieve/", model: "/models/large/" }).choice).toEqual({
		model: { id: "/models/large/", url: "https://app.example/models/large/" },
		device: "auto",
		assetsUrl: "https://app.example/chat/sieve/",
	});
});

it("a blank question is none", () => {
	expect(read({ question: "  " }).question).toBeUndefined();
	expect(read({ question: " Who? " }).question).toBe("Who?");
});
