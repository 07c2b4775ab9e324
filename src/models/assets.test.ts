import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { resolveAssets } from "./assets.ts";
import { fileUrl } from "./model-spec.ts";
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
		expect(resolveAssets(assetsUrl, baseUrl)).toMatchObject({ wasmUrl, embeddedModelUrl });
		expect(resolveAssets(assetsUrl, baseUrl)).not.toHaveProperty("wasmFiles");
	});

	it("defaults to the repository's root here, where Vite serves the files", () => {
		expect(resolveAssets(undefined, undefined)).toMatchObject({
			wasmUrl: new URL("../../ort/", import.meta.url).href,
			wasmFiles: {},
		});
	});
});

describe("fileUrl", () => {
	it("is a file's own URL where it has one", () => {
		const files = { "model.onnx": "https://a.example/model-1f2e.onnx" };
		expect(fileUrl("https://a.example/m/", "model.onnx", files)).toBe(files["model.onnx"]);
		expect(fileUrl("https://a.example/m/", "manifest.json", files)).toBe("https://a.example/m/manifest.json");
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
