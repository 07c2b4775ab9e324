import { describe, expect, test } from "vitest";
import {
	bytesOf,
	hostOf,
	isModelChoice,
	languagesOf,
	licenceOf,
	modelOption,
	nameOf,
	readChoice,
} from "./model-choice.ts";

const large = "atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank";

describe("what a person types", () => {
	test.each([
		["  owner/some.model-1 ", "owner/some.model-1"],
		["https://huggingface.co/owner/name", "owner/name"],
		["https://huggingface.co/owner/name/tree/main?x=1", "owner/name"],
		["https://static.example/models/mine", "https://static.example/models/mine/"],
		["http://127.0.0.1:8080/a b/#part", "http://127.0.0.1:8080/a%20b/"],
		["https://huggingface.co/owner/name/resolve/v2/", "https://huggingface.co/owner/name/resolve/v2/"],
	])("%s names %s", (typed, choice) => {
		expect(readChoice(typed)).toEqual({ choice });
		expect(isModelChoice(choice)).toBe(true);
	});

	test.each(["", "  ", "name", "a/b/c", "../x", "ftp://static.example/a/", "file:///models/", "https://"])(
		"“%s” names none, and why is said",
		(typed) => {
			expect(readChoice(typed)).toEqual({ problem: expect.stringMatching(/\.$/) });
		},
	);
});

test.each(["embedded", "owner/name", "https://a.example/b/"])("storage may hold %s", (value) => {
	expect(isModelChoice(value)).toBe(true);
});

test.each([
	undefined,
	7,
	"",
	"other",
	"https://a.example/b",
	"https://a.example/b/?q/",
	"javascript:alert(1)/",
])("storage may not hold %s", (value) => {
	expect(isModelChoice(value)).toBe(false);
});

test("a folder's address is also its id, under which the browser keeps it", () => {
	const url = "https://a.example/b/";
	expect(modelOption("embedded")).toBe("embedded");
	expect(modelOption("owner/name")).toBe("owner/name");
	expect(readChoice(url)).toEqual({ choice: url });
	expect(modelOption(url as "https://a.example/b/")).toEqual({ id: url, url });
});

test("what is known of a model before anything is downloaded", () => {
	expect([nameOf(large), languagesOf(large), licenceOf(large)]).toEqual([
		"LLMLingua-2 XLM-RoBERTa large",
		"English, less well 92 more",
		"MIT licence",
	]);
	expect(bytesOf(large)).toBe(2_240_000_000);
	expect([hostOf(large), hostOf("embedded"), hostOf("http://b.example:8080/c/")]).toEqual([
		"huggingface.co",
		null,
		"b.example:8080",
	]);
	expect(languagesOf("embedded")).toBe("English, German, Spanish and 22 more");
	expect([
		nameOf("https://a.example/o/n/resolve/main/"),
		bytesOf("owner/name"),
		licenceOf("owner/name"),
	]).toEqual(["a.example/o/n", null, ""]);
});
