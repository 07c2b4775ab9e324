// The page's build. Two static roots are copied beside it: public/ (the embedded model) and
// onnxruntime-web's wasm, so that nothing is ever fetched from elsewhere.
import { defineConfig } from "vite";

/** Wasm threads need cross-origin isolation. */
const isolationHeaders = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
	base: "./",
	worker: { format: "es" },
	build: { target: "es2023", outDir: "dist/page", emptyOutDir: true },
	server: { headers: isolationHeaders },
	preview: { headers: isolationHeaders },
});
