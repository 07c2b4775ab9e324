// A model hub on this machine: the real one's paths, its redirect to another host, its headers, and its faults by
// turns. Tests run it in their own process, or beside Vite's server (hub-plugin.ts).
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { answerWithFault, type Fault } from "./hub-faults.ts";

export type { Fault } from "./hub-faults.ts";

/** A request for a file's bytes, as it reached the storage host. */
export interface HubRequest {
	readonly method: string;
	/** `owner/name/file` */
	readonly path: string;
	/** The header as it came. */
	readonly range: string | undefined;
}

export interface HubServer {
	/** Of the hub, without a trailing slash: `${origin}/owner/name/resolve/main/file`. */
	readonly origin: string;
	/** Of the storage that the hub redirects to. */
	readonly storageOrigin: string;
	/** What the storage was asked for, in order. A preflight has the method OPTIONS. */
	readonly requests: readonly HubRequest[];
	/** The next answers to requests for the file's bytes, one each; after them it's well. */
	breakNext(path: string, faults: readonly Fault[]): void;
	/** What the file is from now on, in place of that of the folder. */
	put(path: string, content: Uint8Array): void;
	close(): Promise<void>;
}

/** As the hub has it. */
const exposed = "ETag, Content-Range, Accept-Ranges, X-Linked-Size, X-Linked-ETag, X-Repo-Commit";

/**
 * @param folder holds `owner/name/file`
 * @param port of the hub; the storage has another. Default: free ones.
 */
export async function startHub(folder: string, port = 0): Promise<HubServer> {
	const files = new Map<string, Uint8Array>();
	const faults = new Map<string, Fault[]>();
	const requests: HubRequest[] = [];

	const contentOf = async (path: string): Promise<Uint8Array | undefined> =>
		files.get(path) ?? (await readFile(join(folder, normalize(`/${path}`))).catch(() => undefined));

	const storage = createServer(async (request, response) => {
		const path = pathOf(request);
		requests.push({ method: request.method ?? "", path, range: request.headers.range });
		allowOthers(response);
		// It answers no preflight, like the storage of the real hub: whoever asks for one does not get the file.
		if (request.method === "OPTIONS") return void response.writeHead(403).end();
		const content = await contentOf(path);
		if (!content) return void response.writeHead(404).end();
		const fault = request.method === "GET" ? faults.get(path)?.shift() : undefined;
		const now = fault === "change" ? content.map((byte) => byte ^ 2) : content;
		if (now !== content) files.set(path, now);
		await answerWithFault(request, response, now, fault ?? "none");
	});

	const hub = createServer(async (request, response) => {
		allowOthers(response);
		if (request.method === "OPTIONS") {
			return void response.writeHead(204, { "Access-Control-Allow-Headers": "*" }).end();
		}
		const [, owner, name, file] = /^([^/]+)\/([^/]+)\/resolve\/[^/]+\/(.+)$/.exec(pathOf(request)) ?? [];
		const path = `${owner}/${name}/${file}`;
		const content = file === undefined ? undefined : await contentOf(path);
		if (!content) return void response.writeHead(404, { "X-Error-Code": "EntryNotFound" }).end();
		response.writeHead(302, {
			Location: `${originOf(storage)}/${path}?Expires=1`,
			"X-Linked-Size": content.length,
			"X-Linked-ETag": `"${createHash("sha256").update(content).digest("hex")}"`,
			"X-Repo-Commit": "0".repeat(40),
		});
		response.end();
	});

	await Promise.all([listen(storage, 0), listen(hub, port)]);
	return {
		origin: originOf(hub),
		storageOrigin: originOf(storage),
		requests,
		breakNext: (path, list) => void faults.set(path, [...list]),
		put: (path, content) => void files.set(path, content),
		close: async () => void (await Promise.all([stop(hub), stop(storage)])),
	};
}

function pathOf(request: IncomingMessage): string {
	return decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname.slice(1));
}

function allowOthers(response: ServerResponse): void {
	response.setHeader("Access-Control-Allow-Origin", "*");
	response.setHeader("Access-Control-Expose-Headers", exposed);
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
}

function originOf(server: Server): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
