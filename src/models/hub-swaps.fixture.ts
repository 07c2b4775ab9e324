// The small models of e2e/hub behind Vite's server, with the hub's paths, for tests of loading. Any file can be
// swapped for a bad one.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../../e2e/hub/", import.meta.url));

/** Contents of a swapped file. `cut` is the first half of the real one. */
const kinds: Readonly<Record<string, string>> = {
	empty: "",
	html: "<!doctype html><title>Sign in</title>",
	noise: "\u0000\u0001not a model at all".repeat(500),
	// Deeper than any parser's stack, and numbers that no double holds.
	deep: "[".repeat(400_000),
	nested: `${'{"model":'.repeat(20_000)}1${"}".repeat(20_000)}`,
	huge: `{"model_type":"bert","vocab_size":1e999,"max_position_embeddings":${"9".repeat(400)}}`,
};

/**
 * `/small-hub/<owner>/<name>/resolve/main/<file>` is a file of e2e/hub, `/small-hub-folder/<owner>/<name>/<file>` too. With
 * `with/<end of a path>=<content>/` after `/small-hub/` a file is another one: `missing`, `cut`, a name of `kinds`,
 * `<name>.onnx` of e2e/hub/hostile, else what decodes as base64url.
 */
export function hubSwaps(): Plugin {
	return {
		name: "promptsieve-hub-swaps",
		enforce: "pre",
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
				const found =
					/^\/small-hub(?:-folder)?\/((?:with\/[^/]+\/)*)([\w.-]+\/[\w.-]+)(?:\/resolve\/main)?\/(.+)$/.exec(
						path,
					);
				if (!found) return next();
				const [, swaps = "", model = "", file = ""] = found;
				for (const [, name, content = ""] of swaps.matchAll(/with\/([^/=]+)=([^/]*)\//g)) {
					if (!file.endsWith(name ?? "")) continue;
					if (content === "missing") return void response.writeHead(404).end();
					return void response.end(swapped(content, `${folder}${model}/${file}`));
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

function swapped(content: string, place: string): Buffer {
	if (content === "cut") {
		const whole = readFileSync(place);
		return whole.subarray(0, whole.length >> 1);
	}
	if (content.endsWith(".onnx")) return readFileSync(`${folder}hostile/${content}`);
	return Buffer.from(kinds[content] ?? Buffer.from(content, "base64url"));
}
