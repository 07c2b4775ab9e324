import { describe, expect, test } from "vitest";
import { decodeText, readTextFile } from "./text-file.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("decodeText", () => {
	test.each([
		["plain UTF-8", utf8("Grüße 港町 😀"), "Grüße 港町 😀"],
		["UTF-8 with its mark", utf8("\ufeffone"), "one"],
		["UTF-16, little end first", new Uint8Array([0xff, 0xfe, 0x41, 0, 0x2f, 0x6e]), "A港"],
		["UTF-16, big end first", new Uint8Array([0xfe, 0xff, 0, 0x41, 0x6e, 0x2f]), "A港"],
		["nothing", new Uint8Array(), ""],
	])("reads %s", (_name, bytes, text) => {
		expect(decodeText(bytes)).toBe(text);
	});

	test.each([
		["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
		["Latin-1", new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65])],
		["a lone surrogate in UTF-16", new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
	])("refuses %s", (_name, bytes) => {
		expect(decodeText(bytes)).toBeNull();
	});
});

describe("readTextFile", () => {
	test("gives the text", async () => {
		expect(await readTextFile(new File(["one\ntwo"], "a.txt"))).toEqual({ text: "one\ntwo" });
	});

	test.each([
		["an empty file", new File([], "a.txt"), "“a.txt” is empty."],
		["a binary", new File([new Uint8Array([0, 1, 2])], "b.bin"), "“b.bin” is not a text file."],
	])("names %s", async (_name, file, problem) => {
		expect(await readTextFile(file)).toEqual({ problem: expect.stringContaining(problem) });
	});

	test("refuses what is too large without reading it", async () => {
		const file = new File(["x"], "huge.log");
		Object.defineProperty(file, "size", { value: 51e6 });
		expect(await readTextFile(file)).toEqual({ problem: expect.stringContaining("larger than 50 MB") });
	});
});
