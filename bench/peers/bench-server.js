// The one server that all pages and models come from, behaving as static hosts do, over a link of a given rate.
import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "../../scripts/run-command.js";
import { pagesFolder } from "./build-pages.js";
import { cacheFolder } from "./cache-folder.js";
import { compressedFile } from "./compressed-file.js";
import { openLink } from "./link.js";

/** Address below the server → folder; the first that fits. */
const mounts = [
	["/promptsieve/models/embedded/", `${pagesFolder}promptsieve/models/embedded/`],
	["/promptsieve/models/", `${cacheFolder}models/`],
	["/promptsieve/", `${pagesFolder}promptsieve/`],
	["/peer/models/shipped/", `${root}public/models/embedded/`],
	["/peer/models/", `${cacheFolder}models/`],
	["/peer/peer-runtime/", `${root}bench/peers/node_modules/onnxruntime-web/dist/`],
	["/peer/", `${pagesFolder}peer/`],
	["/page/", `${root}dist/page/`],
];

const isolationHeaders = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".json": "application/json",
	".css": "text/css",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
	".webmanifest": "application/manifest+json",
};

/** Small enough that two downloads share the link as they would. */
const chunkBytes = 16 * 1024;

/**
 * @typedef {object} BenchServer
 * @property {string} origin with a trailing slash
 * @property {() => number} takeBytes what it sent since the last call
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ isolated: boolean, megabits?: number }} options `isolated`: pages may share memory with threads
 * @returns {Promise<BenchServer>}
 */
export async function serveBench({ isolated, megabits = Number.POSITIVE_INFINITY }) {
	const link = openLink(megabits);
	let sent = 0;
	const server = createServer((request, response) => {
		// A browser that no longer wants a file ends the connection.
		answer(request, response).catch(() => response.destroy());
	});

	/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
	async function answer({ url = "/", headers }, response) {
		const path = locate(decodeURIComponent(new URL(url, "http://localhost").pathname));
		if (path === undefined) return void response.writeHead(404).end();
		const { size, mtimeMs } = statSync(path);
		const tag = `"${size}-${mtimeMs}"`;
		const common = { ETag: tag, "Cache-Control": "max-age=600", ...(isolated ? isolationHeaders : {}) };
		if (headers["if-none-match"] === tag) return void response.writeHead(304, common).end();
		const takesBrotli = String(headers["accept-encoding"]).includes("br");
		const file = takesBrotli ? compressedFile(path) : { path };
		response.writeHead(200, {
			...common,
			"Content-Type": contentTypes[extname(path)] ?? "application/octet-stream",
			"Content-Length": statSync(file.path).size,
			...(file.encoding ? { "Content-Encoding": file.encoding } : {}),
		});
		const limited = Number.isFinite(megabits);
		const content = createReadStream(file.path, limited ? { highWaterMark: chunkBytes } : {});
		await pipeline(content, throughLink, response);

		/** @param {AsyncIterable<Buffer>} chunks */
		async function* throughLink(chunks) {
			for await (const chunk of chunks) {
				if (limited) await delay(link(chunk.length));
				sent += chunk.length;
				yield chunk;
			}
		}
	}

	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	return {
		origin: `http://127.0.0.1:${port}/`,
		takeBytes() {
			const bytes = sent;
			sent = 0;
			return bytes;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** @param {string} pathname @returns {string | undefined} the file there */
function locate(pathname) {
	const mount = mounts.find(([prefix = ""]) => pathname.startsWith(prefix));
	if (!mount) return undefined;
	const [prefix = "", folder = ""] = mount;
	const path = join(folder, normalize(`/${pathname.slice(prefix.length) || "index.html"}`));
	return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}
