// A plain file server for what was built: as little as a web server can do, with or without the two
// headers that cross-origin isolation needs.
import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** By the end of a file's name. */
export const contentTypes: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".json": "application/json",
	".webmanifest": "application/manifest+json",
	".css": "text/css",
	".svg": "image/svg+xml",
	".png": "image/png",
	".wasm": "application/wasm",
};

export const isolationHeaders = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

export interface StaticServer {
	/** With a trailing slash. */
	readonly origin: string;
	close(): Promise<void>;
}

/** Lets pages of other origins load a file, isolated ones too. */
export const sharingHeaders = {
	"Access-Control-Allow-Origin": "*",
	"Cross-Origin-Resource-Policy": "cross-origin",
};

/** Serves `folder` on a free port of this machine. */
export async function serveFolder(
	folder: string,
	isolated: boolean,
	headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const name = normalize(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
		const path = join(folder, name);
		const stats = statSync(path, { throwIfNoEntry: false });
		if (!stats?.isFile()) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			"Content-Type": contentTypes[extname(path)] ?? "application/octet-stream",
			"Content-Length": stats.size,
			...(isolated ? isolationHeaders : {}),
			...headers,
		});
		createReadStream(path).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { origin: `http://127.0.0.1:${portOf(server)}/`, close: () => closeServer(server) };
}

function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
