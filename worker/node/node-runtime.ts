// The runtimes of a Node thread: onnxruntime-node where it is installed, and onnxruntime-web's wasm.
import { availableParallelism } from "node:os";
import { CompressorError } from "../../src/core/error.ts";
import { giveModule, noBytes } from "../device/give-module.ts";
import type { Runtime, RuntimeRequest, WebRuntime } from "../device/runtime.ts";
import { threadCount } from "../device/thread-count.ts";
import { tinyGraph } from "../device/tiny-graph.ts";

/** @throws CompressorError "no-device" for "cpu" without onnxruntime-node, and for "webgpu". */
export async function openNodeRuntime({ device, maxThreads, web }: RuntimeRequest): Promise<Runtime> {
	if (device === "cpu") return openNative();
	if (device === "wasm" && web) return openWasm(web, maxThreads);
	throw new CompressorError("no-device", `device "${device}": a Node thread has none.`);
}

async function openNative(): Promise<Runtime> {
	const { InferenceSession, Tensor } = await importNative();
	const threads = threadCount(availableParallelism(), true);
	return {
		threads,
		createSession: (model, options) =>
			InferenceSession.create(model, {
				...options,
				executionProviders: ["cpu"],
				intraOpNumThreads: threads,
				interOpNumThreads: 1,
			}),
		createTensor: (data, dims) => new Tensor("int64", data, dims),
	};
}

async function importNative(): Promise<typeof import("onnxruntime-node")> {
	try {
		return await import("onnxruntime-node");
	} catch (cause) {
		const why =
			(cause as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND" ? "is not installed" : String(cause);
		throw new CompressorError("no-device", `onnxruntime-node ${why}`, { cause });
	}
}

async function openWasm({ glueUrl, wasm }: WebRuntime, maxThreads: number | undefined): Promise<Runtime> {
	const { env, InferenceSession, Tensor } = await import("onnxruntime-web");
	const threads = threadCount(availableParallelism(), true, maxThreads);
	env.logLevel = "error";
	env.wasm.numThreads = threads;
	env.wasm.wasmPaths = { mjs: glueUrl };
	env.wasm.wasmBinary = noBytes;
	const tiny = await giveModule(wasm, () =>
		InferenceSession.create(tinyGraph, { executionProviders: ["wasm"] }),
	);
	await tiny.release();
	return {
		threads,
		createSession: (model, options) =>
			InferenceSession.create(model, { ...options, executionProviders: ["wasm"] }),
		createTensor: (data, dims) => new Tensor("int64", data, dims),
	};
}
