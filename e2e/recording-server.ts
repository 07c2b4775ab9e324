// A file server that keeps a log, can be stopped and started again at the same address, and can serve another
// version of some files. It answers as static hosts do: with an ETag, and 304 where the browser has the file. As the
// browser's proxy it also hears what is asked of anybody else, and answers nothing to that.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { contentTypes, isolationHeaders } from "./static-server.ts";

export interface Answer {
	/** From the server's root, without a leading slash. */
	readonly path: string;
	readonly status: number;
	/** Of the content. */
	readonly bytes: number;
}

export interface RecordingServer {
	/** With a trailing slash. */
	readonly origin: string;
	/** What was answered, in order. */
	readonly log: Answer[];
	/** What other hosts were asked for through this proxy: `"GET http://…"`, `"CONNECT host:443"`. */
	readonly elsewhere: string[];
	/** Served in place of the folder's file of that path; `null`: there is none. */
	readonly replaced: Map<string, Buffer | null>;
	/** Ends every connection, if that hasn't been done; nobody listens until `start`. */
	stop(): Promise<void>;
	start(): Promise<void>;
}

export interface ServerOptions {
	/** Default: those of cross-origin isolation. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Where the folder lies on the server, e.g. `"tools/sieve/"`. Default: at its root. */
	readonly below?: string;
}

export async function serveRecorded(folder: string, options: ServerOptions = {}): Promise<RecordingServer> {
	const { headers = isolationHeaders, below = "" } = options;
	const log: Answer[] = [];
	const elsewhere: string[] = [];
	const replaced = new Map<string, Buffer | null>();

	const answer: RequestListener = (request, response) => {
		const { pathname, host } = new URL(request.url ?? "/", origin);
		if (`http://${host}/` !== origin) {
			elsewhere.push(`${request.method} ${request.url}`);
			response.writeHead(502).end();
			return;
		}
		const asked = decodeURIComponent(pathname.slice(1));
		const path = asked.startsWith(below) ? asked.slice(below.length) : "/nowhere";
		const content = contentOf(path === "" || path.endsWith("/") ? `${path}index.html` : path);
		const tag = content && `"${createHash("sha256").update(content).digest("hex").slice(0, 16)}"`;
		const status = tag === undefined ? 404 : request.headers["if-none-match"] === tag ? 304 : 200;
		const body = status === 200 ? content : undefined;
		log.push({ path: asked, status, bytes: body?.length ?? 0 });
		response.writeHead(status, {
			...(tag && { ETag: tag, "Cache-Control": "no-cache" }),
			"Content-Type": contentTypes[extname(path) || ".html"] ?? "application/octet-stream",
			...headers,
		});
		response.end(body);
	};

	function contentOf(path: string): Buffer | undefined {
		const other = replaced.get(path);
		if (other !== undefined) return other ?? undefined;
		const file = join(folder, normalize(`/${path}`));
		return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
	}

	function listen(port: number): Server {
		return createServer(answer)
			.on("connect", (request, socket) => {
				elsewhere.push(`CONNECT ${request.url}`);
				socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
			})
			.listen(port, "127.0.0.1");
	}

	let server = listen(0);
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}/`;
	return {
		origin,
		log,
		elsewhere,
		replaced,
		async stop() {
			if (!server.listening) return;
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
		async start() {
			server = listen(port);
			await once(server, "listening");
		},
	};
}
