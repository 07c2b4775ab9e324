import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { resolveAssets } from "./assets.ts";
import { runtimeFiles } from "./runtime-files.ts";

describe("resolveAssets", () => {
	it.each([
		[
			"https://cdn.example/p/",
			undefined,
			"https://cdn.example/p/ort/",
			"https://cdn.example/p/models/embedded/",
		],
		[
			"https://cdn.example/p",
			undefined,
			"https://cdn.example/p/ort/",
			"https://cdn.example/p/models/embedded/",
		],
		[
			"./",
			"https://a.example/app/x.html",
			"https://a.example/app/ort/",
			"https://a.example/app/models/embedded/",
		],
		["/s", "https://a.example/app/", "https://a.example/s/ort/", "https://a.example/s/models/embedded/"],
	])("resolves %s against %s", (assetsUrl, baseUrl, wasmUrl, embeddedModelUrl) => {
		expect(resolveAssets(assetsUrl, baseUrl)).toEqual({ wasmUrl, embeddedModelUrl });
	});

	it("defaults to the package's assets folder, two levels above this file's", () => {
		expect(resolveAssets(undefined, undefined).wasmUrl).toBe(
			new URL("../../assets/ort/", import.meta.url).href,
		);
	});
});

describe("runtimeFiles", () => {
	const require = createRequire(import.meta.url);

	it.each([runtimeFiles.wasm, runtimeFiles.webgpu])(
		"has the size of the installed $wasm.file",
		({ glue, wasm }) => {
			expect(statSync(require.resolve(`onnxruntime-web/${wasm.file}`)).size).toBe(wasm.bytes);
			expect(statSync(require.resolve(`onnxruntime-web/${glue}`)).size).toBeGreaterThan(0);
		},
	);
});
