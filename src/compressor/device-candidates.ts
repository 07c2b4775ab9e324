// Which devices are tried, in which order, and why. The place where a choice by measurement will go.
import type { Device } from "../core/result.ts";

/** What a caller may ask for. */
export type DevicePreference = "auto" | "webgpu" | "wasm";

export const devicePreferences: readonly DevicePreference[] = ["auto", "webgpu", "wasm"];

export interface DeviceCandidate {
	readonly device: Device;
	/** Why it's tried, to follow "WASM with 2 threads: ". */
	readonly why: string;
}

/** Devices to try, best first. Node has others than browsers. */
export type FindDevices = (preference: DevicePreference) => Promise<readonly DeviceCandidate[]>;

/**
 * The browser's devices, best first. "auto" takes WebGPU only from a real GPU: an adapter in software
 * computes on the CPU, slower than WASM does. An explicit "webgpu" takes any adapter; the worker says
 * "no-device" if there is none.
 */
export async function deviceCandidates(preference: DevicePreference): Promise<readonly DeviceCandidate[]> {
	if (preference !== "auto") return [{ device: preference, why: "asked for" }];
	const obstacle = await webGpuObstacle();
	return obstacle === undefined
		? [
				{ device: "webgpu", why: "the browser offers a GPU" },
				{ device: "wasm", why: "WebGPU was refused" },
			]
		: [{ device: "wasm", why: obstacle }];
}

async function webGpuObstacle(): Promise<string | undefined> {
	const gpu = globalThis.navigator?.gpu;
	if (!gpu) return "the browser has no WebGPU";
	const adapter = await gpu.requestAdapter().catch(() => null);
	if (!adapter) return "no WebGPU adapter";
	return adapter.info?.isFallbackAdapter ? "the only WebGPU adapter is a software one" : undefined;
}
