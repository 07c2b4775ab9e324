import { expect, test } from "vitest";
import { createFileList, type ListedFile } from "./file-list.ts";

const scope = "https://host.example/tools/sieve/";
const page: ListedFile = { url: "index.html", integrity: "sha256-a+b/c=", bytes: 10 };
const model: ListedFile = { url: "models/embedded/model one.onnx", integrity: "sha256-d", bytes: 20 };
const list = createFileList([page, model], scope);

test.each([
	[scope, page],
	[`${scope}?from=home#top`, page],
	[`${scope}index.html`, page],
	[`${scope}models/embedded/model%20one.onnx`, model],
	[`${scope}docs/index.html`, undefined],
	["https://host.example/tools/", undefined],
	["https://host.example/tools/sieve", undefined],
	["https://other.example/tools/sieve/index.html", undefined],
	[`${scope}%E0%A4%A`, undefined],
])("%s asks for the right file", (url, file) => {
	expect(list.at(url)).toBe(file);
});

test("a file's key finds the file again, and another content has another key", () => {
	const key = list.keyOf(page);
	expect(list.at(key)).toBe(page);
	expect(list.keyOf({ ...page, integrity: "sha256-other" })).not.toBe(key);
});

test("the page itself is fetched by its folder, from where servers do not redirect", () => {
	expect(list.addressOf(page)).toBe(scope);
	expect(list.addressOf(model)).toBe(`${scope}models/embedded/model%20one.onnx`);
});
