// A server that hands out bad model files until told that they are back: for browser tests of loading.
import type { Plugin } from "vite";

/** `glueless` leaves the weights alone; onnxruntime-web's module is missing. */
type Fault = "missing" | "html" | "short" | "glueless";

/**
 * Under `/faulty/<fault>/<id>/` everything is as under `/`, but one file is bad, until `/faulty/mend/<id>` is
 * asked for. `id` keeps tests apart.
 */
export function faultyFiles(): Plugin {
	const mended = new Set<string>();
	return {
		name: "promptsieve-faulty-files",
		// Before the runtime files, which it hands on to.
		enforce: "pre",
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const [, fault, id = "", path = ""] =
					/^\/faulty\/(\w+)\/(\w+)(\/?[^?]*)/.exec(request.url ?? "") ?? [];
				if (fault === undefined) return next();
				if (fault === "mend") {
					mended.add(id);
					return void response.end("mended");
				}
				request.url = path;
				const bad = fault === "glueless" ? ".mjs" : ".onnx";
				if (!path.endsWith(bad) || mended.has(id)) return next();
				// The worst case: an intermediate cache may keep the bad answer.
				response.setHeader("Cache-Control", "max-age=3600");
				switch (fault as Fault) {
					case "missing":
					case "glueless":
						response.statusCode = 404;
						return void response.end();
					case "html":
						response.setHeader("Content-Type", "text/html");
						return void response.end("<!doctype html><title>the app</title>");
					case "short":
						return void response.end(Buffer.alloc(1000, 1));
				}
			});
		},
	};
}
