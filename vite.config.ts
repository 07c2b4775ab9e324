// The page's build. Two static roots lie beside it: public/ (the embedded model) and ort/
// (onnxruntime-web's wasm), so that nothing is ever fetched from elsewhere.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";
import { runtimeFiles } from "./src/models/runtime-files.ts";

/** Wasm threads need cross-origin isolation. */
const isolationHeaders = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Resource-Policy": "same-origin",
};

const require = createRequire(import.meta.url);

/** Name below `ort/` → path in node_modules. */
const runtimePaths = new Map(
	Object.values(runtimeFiles)
		.flatMap(({ glue, wasm }) => [glue, wasm.file])
		.map((file) => [file, require.resolve(`onnxruntime-web/${file}`)]),
);

/** Serves onnxruntime-web's files under `ort/` and copies them into the build, both byte for byte. */
function runtimeFilesPlugin(): Plugin {
	return {
		name: "promptsieve-runtime-files",
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const name = /^\/ort\/([^/?]+)(?:\?.*)?$/.exec(request.url ?? "")?.[1] ?? "";
				const path = runtimePaths.get(name);
				if (path === undefined) return next();
				for (const [header, value] of Object.entries(isolationHeaders)) response.setHeader(header, value);
				response.setHeader("Content-Type", path.endsWith(".mjs") ? "text/javascript" : "application/wasm");
				response.setHeader("Content-Length", statSync(path).size);
				createReadStream(path).pipe(response);
			});
		},
		generateBundle() {
			// The worker is a bundle of its own; its files would be emitted twice.
			if (this.environment.config.isWorker) return;
			for (const [name, path] of runtimePaths) {
				this.emitFile({ type: "asset", fileName: `ort/${name}`, source: readFileSync(path) });
			}
		},
	};
}

export default defineConfig({
	base: "./",
	plugins: [runtimeFilesPlugin()],
	// Without this condition onnxruntime-web inlines its glue and has the bundler copy the wasm again.
	resolve: { conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions] },
	optimizeDeps: {
		// Found late by the development server, which would then bundle them and reload the page.
		include: [
			"comlink",
			"gpt-tokenizer/bpeRanks/o200k_base",
			"gpt-tokenizer/bpeRanks/cl100k_base",
			"gpt-tokenizer/encodingParams/constants",
		],
		exclude: ["onnxruntime-web"],
	},
	worker: { format: "es" },
	build: { target: "es2023", outDir: "dist/page", emptyOutDir: true },
	server: { headers: isolationHeaders },
	preview: { headers: isolationHeaders },
});
