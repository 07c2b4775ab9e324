// The GPU that a WebGPU session runs on.

import { macrotask } from "../../src/bridge/pauses.ts";
import { CompressorError } from "../../src/core/error.ts";
import { pause } from "../time-limit.ts";

/** Limits that onnxruntime's shaders are sized by; a device has the least of each unless asked. */
const limits = [
	"maxBufferSize",
	"maxStorageBufferBindingSize",
	"maxStorageBuffersPerShaderStage",
	"maxComputeInvocationsPerWorkgroup",
	"maxComputeWorkgroupSizeX",
	"maxComputeWorkgroupSizeY",
	"maxComputeWorkgroupSizeZ",
	"maxComputeWorkgroupStorageSize",
	"maxComputeWorkgroupsPerDimension",
] as const satisfies readonly (keyof GPUSupportedLimits)[];

/**
 * A device of this thread's adapter, asked for before anything is downloaded for it. Software adapters
 * count: whether to want one is the caller's choice.
 *
 * It has no optional features, least of all subgroups: with them onnxruntime-web 1.30 takes a flash
 * attention that is wrong where a subgroup has 4 lanes (SwiftShader). Without, keep probabilities differ
 * from the CPU's by less than 1e-6.
 *
 * @throws CompressorError "no-device".
 */
export async function openGpuDevice(): Promise<GPUDevice> {
	const adapter = await navigator.gpu
		?.requestAdapter({ powerPreference: "high-performance" })
		.catch(() => null);
	if (!adapter)
		throw new CompressorError("no-device", 'device "webgpu": the browser offers no WebGPU adapter.');
	const requiredLimits = Object.fromEntries(limits.map((name) => [name, adapter.limits[name]]));
	try {
		return await adapter.requestDevice({ requiredLimits });
	} catch (error) {
		throw new CompressorError("no-device", `device "webgpu": ${String(error)}`, { cause: error });
	}
}

/**
 * What awaits a device fails with it: a device that is lost answers nothing more, and after an error that nobody
 * caught (WebGPU throws none) its answers would be wrong without a word.
 *
 * @returns settles like `work`, or rejects with "no-device" or "out-of-memory" as soon as the device has failed
 */
export function guardGpu(device: GPUDevice): <T>(work: Promise<T>) => Promise<T> {
	const failed = new Promise<never>((_, reject) => {
		device.lost.then(({ reason, message }) => reject(gpuFailure(`was lost (${reason}): ${message}`)));
		device.addEventListener("uncapturederror", ({ error }) =>
			reject(gpuFailure(`failed: ${error.message}`, error)),
		);
	});
	failed.catch(() => {
		// Told to whoever awaits something of the device.
	});
	return async (work) => {
		try {
			const answer = await Promise.race([failed, work]);
			// An error that nobody caught comes by an event of its own.
			await Promise.race([failed, macrotask()]);
			return answer;
		} catch (error) {
			// What became of the device explains an error of the runtime, and may come after it.
			await Promise.race([failed, pause(explanationMs)]);
			throw error;
		}
	};
}

/** Longest wait for the reason why the runtime has failed, in milliseconds. */
const explanationMs = 1000;

function gpuFailure(what: string, cause?: GPUError): CompressorError {
	const code =
		typeof GPUOutOfMemoryError === "function" && cause instanceof GPUOutOfMemoryError
			? "out-of-memory"
			: "no-device";
	return new CompressorError(code, `device "webgpu" ${what.trim().replace(/[.:]$/, "")}.`, { cause });
}
