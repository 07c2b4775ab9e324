import { expect, it } from "vitest";
import { giveModule, noBytes } from "./give-module.ts";

/** The least wasm there is. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** One function "f", which answers 7. */
const seven = Uint8Array.of(
	...[...empty, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0],
	...[7, 5, 1, 1, 0x66, 0, 0, 10, 6, 1, 4, 0, 0x41, 7, 0x0b],
);

it("gives the module, and an instance of it, for no bytes", async () => {
	const module = await WebAssembly.compile(seven);
	// As emscripten's glue does.
	const given = await giveModule(module, () => WebAssembly.instantiate(new Uint8Array(noBytes), {}));
	expect(given.module).toBe(module);
	const { f } = given.instance.exports;
	expect(typeof f === "function" && f()).toBe(7);
});

it("leaves bytes and modules of others alone meanwhile", async () => {
	const module = await WebAssembly.compile(seven);
	const other = await WebAssembly.compile(empty);
	const [ofBytes, ofModule] = await giveModule(module, () =>
		Promise.all([WebAssembly.instantiate(empty), WebAssembly.instantiate(other)]),
	);
	expect(WebAssembly.Module.exports(ofBytes.module)).toEqual([]);
	expect(ofModule.exports).toEqual({});
});

it("lets go of it when the start is over, however it ends", async () => {
	const { instantiate } = WebAssembly;
	const module = await WebAssembly.compile(empty);
	await giveModule(module, async () => {});
	expect(WebAssembly.instantiate).toBe(instantiate);
	const failed = giveModule(module, async () => {
		throw new Error("no memory");
	});
	await expect(failed).rejects.toThrow("no memory");
	expect(WebAssembly.instantiate).toBe(instantiate);
});
