import { afterEach, expect, it, vi } from "vitest";
import { openUrl } from "./open-url.ts";

afterEach(() => vi.unstubAllGlobals());

it.each([
	["base64", `data:application/json;base64,${btoa('{"a":"ÿ"}')}`, '{"a":"\u00ff"}'],
	["escaped text", "data:application/json,%7B%22a%22:%22%C3%BF%22%7D", '{"a":"ÿ"}'],
	["text with a type's parameter", "data:text/plain;charset=utf-8,a,b", "a,b"],
])("reads a data URL of %s without a request", async (name, url, expected) => {
	vi.stubGlobal("fetch", () => Promise.reject(new Error("refused by the content security policy")));
	const content = await (await openUrl(url, { cache: "default" })).arrayBuffer();
	expect(new TextDecoder(name === "base64" ? "latin1" : "utf-8").decode(content)).toBe(expected);
});

it("fetches any other, whole or from a byte on, and asks for what can be had across origins without a preflight", async () => {
	const asked: unknown[] = [];
	vi.stubGlobal("fetch", async (...args: unknown[]) => asked.push(args));
	await openUrl("https://a.example/m.onnx", { cache: "reload" });
	await openUrl("https://a.example/m.onnx", { cache: "no-store", from: 7 });
	expect(asked).toEqual([
		["https://a.example/m.onnx", { cache: "reload" }],
		["https://a.example/m.onnx", { cache: "no-store", headers: { Range: "bytes=7-" } }],
	]);
});
