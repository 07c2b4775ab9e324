// The page's build. Two static roots lie beside it: public/ (the embedded model) and ort/
// (onnxruntime-web's wasm), so that nothing is ever fetched from elsewhere. A third one, docs/, is there once
// `npm run docs` has made it.
import { cpSync, createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { defaultClientConditions, defineConfig, mergeConfig, type Plugin } from "vite";
import { serviceWorkerPlugin } from "./pwa.config.ts";
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

const docsFolder = join(import.meta.dirname, "dist/docs");
const docsTypes: Readonly<Record<string, string>> = {
	".html": "text/html",
	".css": "text/css",
	".js": "text/javascript",
	".svg": "image/svg+xml",
	".png": "image/png",
};

/** Lays the documentation, if it has been built, beside the page: the build empties the folder it lies in. */
function docsPlugin(): Plugin {
	return {
		name: "promptsieve-docs",
		configureServer({ middlewares }) {
			middlewares.use("/docs", (request, response) => {
				const { pathname } = new URL(request.url ?? "/", "http://localhost");
				const path = join(docsFolder, decodeURIComponent(pathname === "/" ? "/index.html" : pathname));
				for (const [header, value] of Object.entries(isolationHeaders)) response.setHeader(header, value);
				if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
					response.writeHead(404, { "Content-Type": "text/plain" });
					response.end("Not found. The documentation is built by `npm run docs`.\n");
					return;
				}
				response.setHeader("Content-Type", docsTypes[extname(path)] ?? "application/octet-stream");
				createReadStream(path).pipe(response);
			});
		},
		closeBundle() {
			if (this.environment.config.isWorker || this.environment.config.command !== "build") return;
			if (existsSync(docsFolder)) cpSync(docsFolder, "dist/page/docs", { recursive: true });
		},
	};
}

/** What other pages around the library are built with too: those of the benchmark and of the evaluation. */
export const libraryConfig = defineConfig({
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
			"hash-wasm",
		],
		exclude: ["onnxruntime-web"],
	},
	worker: { format: "es" },
	build: { target: "es2023", emptyOutDir: true },
	server: { headers: isolationHeaders },
	preview: { headers: isolationHeaders },
});

export default mergeConfig(libraryConfig, {
	plugins: [docsPlugin(), serviceWorkerPlugin()],
	build: { outDir: "dist/page" },
});
