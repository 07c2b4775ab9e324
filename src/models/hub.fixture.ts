// The small models of e2e/hub behind a server with the hub's paths, for tests of loading. Some files can be swapped.
import { createReadStream, existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../../e2e/hub/", import.meta.url));

/**
 * `/hub/<owner>/<name>/resolve/main/<file>` is a file of e2e/hub, `/hub-folder/…` a plain folder. In a path's place
 * `…/with/<name>=<base64 of its content>/…` swaps a file; an empty content means that it is missing.
 */
export function hubFiles(): Plugin {
	return {
		name: "promptsieve-hub-files",
		enforce: "pre",
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
				const found =
					/^\/hub(?:-folder)?\/((?:with\/[^/]+\/)*)([\w.-]+\/[\w.-]+)(?:\/resolve\/main)?\/(.+)$/.exec(path);
				if (!found) return next();
				const [, swaps = "", model = "", file = ""] = found;
				for (const [, name, content = ""] of swaps.matchAll(/with\/([^/=]+)=([^/]*)\//g)) {
					if (!file.endsWith(name ?? "")) continue;
					if (content === "") return void response.writeHead(404).end();
					return void response.end(Buffer.from(content, "base64url"));
				}
				const place = `${folder}${model}/${file}`;
				if (file.includes("..") || !existsSync(place))
					return void response.writeHead(404).end("Entry not found");
				response.setHeader("Content-Type", "application/octet-stream");
				response.setHeader("Content-Length", statSync(place).size);
				createReadStream(place).pipe(response);
			});
		},
	};
}
