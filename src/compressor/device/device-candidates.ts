// Which devices there are to try, and why. Which of them is taken: device-chooser.ts.
import type { Device } from "../../core/result.ts";

/** What a caller may ask for. */
export type DevicePreference = "auto" | "webgpu" | "wasm";

export const devicePreferences: readonly DevicePreference[] = ["auto", "webgpu", "wasm"];

export interface DeviceCandidate {
	readonly device: Device;
	/** At most so many wasm threads. Default: as many as help. */
	readonly threads?: number;
	/** Why it's tried, to follow "WASM with 2 threads: ". */
	readonly why: string;
}

export interface FoundDevices {
	/** To try, the most promising first. */
	readonly candidates: readonly DeviceCandidate[];
	/** The GPU, by what its driver calls it. Where there is one, measuring tells which candidate is faster. */
	readonly gpu?: string;
}

/** Looks for devices. Node has others than browsers. */
export type FindDevices = (preference: DevicePreference) => Promise<FoundDevices>;

/** Milliseconds for the browser to find a GPU: some drivers never answer. */
const patience = 5000;

/**
 * The browser's devices. "auto" takes WebGPU only from a real GPU: an adapter in software computes on the CPU,
 * slower than WASM does. An explicit "webgpu" takes any adapter; the worker says "no-device" if there is none.
 */
export async function findBrowserDevices(preference: DevicePreference): Promise<FoundDevices> {
	if (preference !== "auto") return { candidates: [{ device: preference, why: "asked for" }] };
	const gpu = await findGpu();
	if ("obstacle" in gpu) return { candidates: [{ device: "wasm", why: gpu.obstacle }] };
	return {
		candidates: [
			{ device: "webgpu", why: "the browser offers a GPU" },
			{ device: "wasm", why: "it computes everywhere" },
		],
		gpu: gpu.name,
	};
}

async function findGpu(): Promise<{ readonly name: string } | { readonly obstacle: string }> {
	const gpu = globalThis.navigator?.gpu;
	if (!gpu) return { obstacle: "the browser has no WebGPU" };
	const adapter = await Promise.race([
		gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null),
		new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
	]);
	if (adapter === undefined) return { obstacle: "the browser did not say whether it has a WebGPU adapter" };
	if (adapter === null) return { obstacle: "no WebGPU adapter" };
	const { isFallbackAdapter, vendor, architecture, device } = adapter.info ?? {};
	if (isFallbackAdapter) return { obstacle: "the only WebGPU adapter is a software one" };
	return { name: [vendor, architecture, device].filter(Boolean).join(" ") };
}
