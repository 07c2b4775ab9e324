import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadWasm } from "./load-wasm.ts";

/** The least wasm there is. */
const wasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

let server: Server;
let answers: RequestListener[];
let url: string;

beforeEach(async () => {
	server = createServer((request, response) => answers.shift()?.(request, response));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/runtime.wasm`;
});

afterEach(() => {
	vi.restoreAllMocks();
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
});

const answer =
	(content: Uint8Array, type = "application/wasm", status = 200): RequestListener =>
	(_request, response) =>
		response.writeHead(status, { "content-type": type }).end(content);

it("compiles the server's answer itself, whose code browsers keep", async () => {
	const streaming = vi.spyOn(WebAssembly, "compileStreaming");
	answers = [answer(wasm)];
	const module = await loadWasm({ url, bytes: wasm.length });
	expect(module).toBeInstanceOf(WebAssembly.Module);
	expect(streaming).toHaveBeenCalledOnce();
	await expect(streaming.mock.results[0]?.value).resolves.toBe(module);
});

it.each([
	["an answer of another type", [answer(wasm, "application/octet-stream")]],
	["an answer that is not the file at first", [answer(wasm.subarray(0, 4)), answer(wasm, "")]],
	["a server that fails at first", [answer(wasm, "application/wasm", 404), answer(wasm, "")]],
])("compiles the bytes of %s", async (_, given) => {
	const ofBytes = vi.spyOn(WebAssembly, "compile");
	answers = given;
	expect(await loadWasm({ url, bytes: wasm.length })).toBeInstanceOf(WebAssembly.Module);
	expect(ofBytes).toHaveBeenLastCalledWith(wasm);
});

it("never gives the module of an answer that was refused", async () => {
	const streaming = vi.spyOn(WebAssembly, "compileStreaming");
	const longer = Uint8Array.of(...wasm, 0, 2, 1, 0x61);
	answers = [answer(longer), answer(wasm)];
	const module = await loadWasm({ url, bytes: wasm.length });
	expect(streaming).toHaveBeenCalledTimes(2);
	await expect(streaming.mock.results[1]?.value).resolves.toBe(module);
});

it("compiles bytes where the browser refuses its own answer", async () => {
	vi.spyOn(WebAssembly, "compileStreaming").mockRejectedValue(new TypeError("not here"));
	answers = [answer(wasm)];
	expect(await loadWasm({ url })).toBeInstanceOf(WebAssembly.Module);
});

it.each([
	[
		"that is none",
		answer(wasm.map((byte) => byte + 1)),
		"model-load-failed",
		/runtime\.wasm could not be compiled/,
	],
	["that is cut", answer(wasm.subarray(0, 5)), "model-load-failed", /5 bytes instead of 8/],
])("refuses wasm %s", async (_, bad, code, message) => {
	answers = [bad, bad];
	await expect(loadWasm({ url, bytes: wasm.length })).rejects.toMatchObject({
		code,
		message: expect.stringMatching(message),
	});
});
