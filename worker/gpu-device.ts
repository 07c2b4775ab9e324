// The GPU that a WebGPU session runs on.
import { CompressorError } from "../src/core/error.ts";

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
