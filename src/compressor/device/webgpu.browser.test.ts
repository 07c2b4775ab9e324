// The WebGPU path, on the adapter in software that the test browser is started with.
import { afterEach, describe, expect, it } from "vitest";
import { type Compressor, createCompressor } from "../../compressor.ts";

const opened: Compressor[] = [];
afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));

const text = "Hi all, as I said before, the server in Oslo must not be restarted before Friday 14 March.";

describe('device "webgpu"', () => {
	// A GPU in software takes its time.
	it("passes the self-test and agrees with WASM about the words", { timeout: 300_000 }, async () => {
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
		for (const options of [{}, { question: "Which server must not be restarted?" }]) {
			const onGpu = await webgpu?.score(text, options);
			const onCpu = await wasm?.score(text, options);
			expect(onGpu?.select()).toMatchObject({ device: "webgpu", model: "embedded" });
			const differences = onGpu?.words.map(({ keepProbability }, at) =>
				Math.abs(keepProbability - (onCpu?.words[at]?.keepProbability ?? Number.NaN)),
			);
			expect(differences).toHaveLength(onCpu?.words.length ?? Number.NaN);
			expect(Math.max(...(differences ?? []))).toBeLessThan(0.15);
		}
	});
});
