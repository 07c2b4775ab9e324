// The part of the page's build that makes the service worker: bundles it and gives it the list of the build's files.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import type { ListedFile } from "./service-worker/file-list.ts";
import { runtimeFiles } from "./src/models/runtime-files.ts";

const pageFolder = join(import.meta.dirname, "dist/page");

/** What only WebGPU needs: stored on devices that use it. */
function webgpuFiles(): Set<string> {
	const folder = "models/embedded/";
	const manifest = readFileSync(join(import.meta.dirname, "public", folder, "manifest.json"), "utf8");
	const { variants } = JSON.parse(manifest) as { variants: { webgpu: { file: string } } };
	const { glue, wasm } = runtimeFiles.webgpu;
	return new Set([`ort/${glue}`, `ort/${wasm.file}`, folder + variants.webgpu.file]);
}

function listFiles(urls: readonly string[]): ListedFile[] {
	const onWebgpu = webgpuFiles();
	return urls.toSorted().map((url) => {
		const content = readFileSync(join(pageFolder, url));
		const integrity = `sha256-${createHash("sha256").update(content).digest("base64")}`;
		const file = { url, integrity, bytes: content.length };
		return onWebgpu.has(url) ? { ...file, device: "webgpu" as const } : file;
	});
}

/** `dist/page/service-worker.js`. The development server has none. */
export function serviceWorkerPlugin(): Plugin[] {
	return VitePWA({
		strategies: "injectManifest",
		srcDir: "service-worker",
		filename: "service-worker.ts",
		injectRegister: false,
		manifest: false,
		injectManifest: {
			rollupFormat: "iife",
			globPatterns: ["**/*"],
			// The documentation is read online; the page counts with o200k_base alone.
			globIgnores: ["docs/**", "**/README.md", "assets/cl100k_base-*.js", "service-worker.js"],
			maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
			manifestTransforms: [
				(entries) => ({
					// The plugin's own type wants a size, which it then leaves out.
					manifest: listFiles(entries.map(({ url }) => url)).map((file) => ({
						...file,
						revision: null,
						size: file.bytes,
					})),
				}),
			],
		},
	});
}
