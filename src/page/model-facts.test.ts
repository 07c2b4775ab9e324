import { expect, test } from "vitest";
import type { CachedModel } from "../models/model-cache.ts";
import { partOf, sizeOf } from "./format.ts";
import { costOf, factsOf, isWhole, keptText, sizeTextOf } from "./model-facts.ts";

const tiny = "atjsh/llmlingua-2-js-tinybert-meetingbank";
const folder = `https://huggingface.co/${tiny}/resolve/main/`;

function kept(...files: readonly [string, number, boolean][]): CachedModel {
	return {
		id: tiny,
		bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0),
		files: files.map(([file, bytes, complete]) => ({ url: folder + file, bytes, complete })),
	};
}

const whole = kept(
	["config.json", 600, true],
	["tokenizer.json", 7e5, true],
	["onnx/model.onnx", 57.1e6, true],
);
const begun = kept(["tokenizer.json", 7e5, true], ["onnx/model.onnx", 16.8e6, false]);

test("the cost of a choice is said before it is made", () => {
	expect(costOf("embedded", undefined)).toBe("It comes with the page: nothing is downloaded.");
	expect(costOf("Arcoldd/llmlingua4j-bert-base-onnx", undefined)).toBe(
		"710 MB will be downloaded once from huggingface.co and kept in this browser.",
	);
	expect(costOf(tiny, begun)).toBe(
		"39.6 MB will be downloaded once from huggingface.co and kept in this browser.",
	);
	expect(costOf(tiny, whole)).toBe(
		"It is in this browser. huggingface.co is only asked whether it has changed.",
	);
	expect(costOf("owner/name", undefined)).toBe(
		"It will be downloaded once from huggingface.co and kept in this browser. Its size shows once the download begins.",
	);
});

test("a model is whole when none of its files is missing or short", () => {
	expect(isWhole(tiny, whole)).toBe(true);
	expect(isWhole(tiny, begun)).toBe(false);
	expect(isWhole(tiny, kept(["tokenizer.json", 7e5, true]))).toBe(false);
	expect(isWhole("owner/name", whole)).toBe(true);
	expect(isWhole("owner/name", kept(["onnx/model.onnx", 9, true]))).toBe(false);
	expect([keptText(tiny, whole), keptText(tiny, begun)]).toEqual([
		"57.8 MB in this browser",
		"17.5 MB of it in this browser",
	]);
});

test("facts in a line", () => {
	const facts = (choice: Parameters<typeof factsOf>[0]) => factsOf(choice).replaceAll("\u00a0", " ");
	expect(facts(tiny)).toBe("English · licence unknown · no questions");
	expect(facts("embedded")).toBe("English, German, Spanish and 22 more · MIT licence · reads questions");
	expect(sizeTextOf("embedded", undefined)).toBe("comes with the page");
	expect(sizeTextOf(tiny, undefined)).toBe("57.1 MB");
	expect(sizeTextOf("owner/name", undefined)).toBe("size not known");
	expect(sizeTextOf("owner/name", begun)).toBe("size not known");
	expect(sizeTextOf("owner/name", whole)).toBe("57.8 MB");
});

test("sizes of downloads have the digits that count", () => {
	expect([sizeOf(270_000), sizeOf(99.2e6), sizeOf(710e6), sizeOf(2.24e9)]).toEqual([
		"0.3 MB",
		"99.2 MB",
		"710 MB",
		"2.24 GB",
	]);
	expect([partOf(12.34e6, 57.1e6), partOf(1.2e9, 2.24e9)]).toEqual(["12.3 of 57.1 MB", "1.20 of 2.24 GB"]);
});
