// Devices and what became of them, in the words of `ModelInfo.reason`.
import type { ModelInfo } from "../../bridge/worker-interface.ts";
import type { Device } from "../../core/result.ts";

/** Runtimes explain themselves at length; more than this many characters help nobody who reads the reason. */
const longest = 200;

/** What became of a device. */
export interface Outcome {
	readonly device: Device;
	readonly message: string;
}

/** "WASM with 2 threads" */
export function deviceName({ device, threads }: Pick<ModelInfo, "device" | "threads">): string {
	const name = names[device];
	return device === "webgpu" ? name : `${name} with ${threads} thread${threads === 1 ? "" : "s"}`;
}

const names: Readonly<Record<Device, string>> = { webgpu: "WebGPU", wasm: "WASM", cpu: "Native code" };

/** "WebGPU was refused (why)" */
export function outcomes(of: readonly Outcome[], verb: "was refused" | "failed"): string {
	return of.map(({ device, message }) => `${names[device]} ${verb} (${inShort(message)})`).join(", ");
}

/** A message as part of a sentence. */
export function inShort(message: string): string {
	const line = message.replace(/\s+/g, " ").trim().replace(/\.$/, "");
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** "12 ms" */
export function inMs(milliseconds: number): string {
	return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
