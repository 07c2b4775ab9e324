// What a Node thread can compute on: native code where onnxruntime-node is installed, else WASM.
import type { DevicePreference, FoundDevices } from "../compressor/device/device-candidates.ts";
import { CompressorError } from "../core/error.ts";

/**
 * Devices to try, best first; the thread finds out whether onnxruntime-node is there.
 *
 * @throws CompressorError "no-device" for "webgpu".
 */
export async function findNodeDevices(preference: DevicePreference): Promise<FoundDevices> {
	switch (preference) {
		case "auto":
			return {
				candidates: [
					{ device: "cpu", why: "onnxruntime-node is installed" },
					{ device: "wasm", why: "it computes everywhere" },
				],
			};
		case "wasm":
			return { candidates: [{ device: "wasm", why: "asked for" }] };
		case "webgpu":
			throw new CompressorError("no-device", 'device "webgpu": Node has none; take "auto" or "wasm".');
	}
}
