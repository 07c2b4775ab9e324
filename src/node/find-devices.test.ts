import { expect, it } from "vitest";
import { findNodeDevices } from "./find-devices.ts";

it.each([
	["auto", ["cpu", "wasm"]],
	["wasm", ["wasm"]],
] as const)("%s tries %j", async (preference, expected) => {
	const { candidates } = await findNodeDevices(preference);
	expect(candidates.map(({ device }) => device)).toEqual(expected);
});

it("has no WebGPU, and says so", async () => {
	await expect(findNodeDevices("webgpu")).rejects.toMatchObject({
		code: "no-device",
		message: expect.stringContaining('"webgpu"'),
	});
});
