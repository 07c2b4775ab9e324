// The WebGPU path, on the adapter in software that the test browser is started with.
import { afterEach, describe, expect, it } from "vitest";
import { type Compressor, createCompressor } from "./compressor.ts";

const opened: Compressor[] = [];
afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));

const text = "Hi all, as I said before, the server in Oslo must not be restarted before Friday 14 March.";

describe('device "webgpu"', () => {
	it("passes the self-test and chooses the words that WASM chooses", async () => {
		const [webgpu, wasm] = (["webgpu", "wasm"] as const).map((device) => {
			const compressor = createCompressor({ assetsUrl: "/", device });
			opened.push(compressor);
			return compressor;
		});
		expect(await webgpu?.load()).toMatchObject({
			device: "webgpu",
			threads: 1,
			reason: "WebGPU: asked for.",
		});
		const onGpu = await webgpu?.compress(text, { rate: 0.5 });
		expect(onGpu).toMatchObject({
			device: "webgpu",
			text: (await wasm?.compress(text, { rate: 0.5 }))?.text,
		});
	});
});
