// Which files of onnxruntime-web each device needs. The worker loads them, the builds copy them.
import type { Device } from "../core/result.ts";

/** Devices that onnxruntime-web computes on. */
export type WebDevice = Exclude<Device, "cpu">;

/** One of onnxruntime-web's files, with its size so that a cut download is noticed and progress has a total. */
export interface RuntimeFile {
	readonly file: string;
	readonly bytes: number;
}

/**
 * The files of onnxruntime-web that each device needs. The asyncify build is twice as large and only
 * for WebGPU. Sizes belong to the pinned version; a test compares them with the installed package.
 */
export const runtimeFiles: Readonly<
	Record<WebDevice, { readonly glue: string; readonly wasm: RuntimeFile }>
> = {
	wasm: {
		glue: "ort-wasm-simd-threaded.mjs",
		wasm: { file: "ort-wasm-simd-threaded.wasm", bytes: 14_239_897 },
	},
	webgpu: {
		glue: "ort-wasm-simd-threaded.asyncify.mjs",
		wasm: { file: "ort-wasm-simd-threaded.asyncify.wasm", bytes: 26_781_914 },
	},
};
