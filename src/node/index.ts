// The library in Node: the same table of contents, but compressors work in a thread (package.json's condition "node").
import type { CompressorOptions } from "../compressor/compressor-options.ts";
import { resolveOptions } from "../compressor/compressor-options.ts";
import { createLazyCompressor } from "../compressor/lazy-compressor.ts";
import type { Compressor } from "../compressor.ts";
import { connectThread } from "./connect.ts";
import { findNodeDevices } from "./find-devices.ts";

export * from "../index.ts";

/**
 * `createCompressor` of the browser's library, for Node ≥ 20.19. Synchronous; starts no thread before its first call.
 *
 * `device: "auto"` takes native code where the optional package onnxruntime-node is installed, else WASM; `"wasm"`
 * takes WASM anyway; `"webgpu"` fails with "no-device". The process may end while a compressor is idle.
 *
 * @throws CompressorError "invalid-option" that names the option and the value.
 */
export function createCompressor(options: CompressorOptions = {}): Compressor {
	return createLazyCompressor(
		() => ({ connect: connectThread, findDevices: findNodeDevices }),
		resolveOptions(options),
	);
}
