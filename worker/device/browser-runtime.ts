// onnxruntime-web in a browser's worker: the build that the device needs, with its threads.
import { sharesMemory } from "../../src/bridge/shared-memory.ts";
import { CompressorError } from "../../src/core/error.ts";
import type { Device } from "../../src/core/result.ts";
import { giveModule, noBytes } from "./give-module.ts";
import type { Runtime, RuntimeRequest } from "./runtime.ts";
import { threadCount } from "./thread-count.ts";
import { tinyGraph } from "./tiny-graph.ts";
import { trustThreads } from "./trust-threads.ts";
import { watchThreads } from "./watch-threads.ts";

export async function openBrowserRuntime({ device, maxThreads, gpu, web }: RuntimeRequest): Promise<Runtime> {
	if (!web) throw new CompressorError("no-device", `device "${device}": only Node has it.`);
	const mayThread = device === "wasm" && sharesMemory() && maxThreads !== 1 && trustThreads();
	const threads = threadCount(navigator.hardwareConcurrency, mayThread, maxThreads);
	const { env, InferenceSession, Tensor } = await importRuntime(device);
	env.logLevel = "error";
	env.wasm.numThreads = threads;
	env.wasm.wasmPaths = { mjs: web.glueUrl };
	env.wasm.wasmBinary = noBytes;
	const start = () => InferenceSession.create(tinyGraph, { executionProviders: ["wasm"] });
	const tiny = await watchThreads(() => giveModule(web.wasm, start));
	await tiny.release();
	const executionProviders = [gpu ? { name: "webgpu", device: gpu } : "wasm"];
	return {
		threads,
		createSession: (model, options) => InferenceSession.create(model, { ...options, executionProviders }),
		createTensor: (data, dims) => new Tensor("int64", data, dims),
	};
}

/** Each device has its own build; only the one that is used is started. */
function importRuntime(device: Device) {
	return device === "webgpu" ? import("onnxruntime-web/webgpu") : import("onnxruntime-web/wasm");
}
