// Starts the library's worker as a Node thread. The thread keeps the process alive only while it works.
import { Worker } from "node:worker_threads";
import { type Connection, connectPort, type WorkerPort } from "../bridge/connect.ts";
import { nodeEndpoint } from "../bridge/node-endpoint.ts";
import type { WorkerSource } from "../bridge/worker-source.ts";
import { invalidOption } from "../core/invalid-option.ts";

/** @throws CompressorError "invalid-option" for a worker of the caller's own, which only browsers have. */
export function connectThread(source: WorkerSource, silence?: number): Connection {
	if (typeof source !== "string")
		throw invalidOption("worker", source, "left out: Node starts its own thread");
	const thread = new Worker(besideThisModule("node-worker.js"), { name: "promptsieve" });
	thread.unref();
	const { load, measure, score, ...connection } = connectPort(threadPort(thread), silence);
	let calls = 0;
	const keepAlive = async <Result>(call: Promise<Result>): Promise<Result> => {
		if (calls++ === 0) thread.ref();
		try {
			return await call;
		} finally {
			if (--calls === 0) thread.unref();
		}
	};
	return {
		...connection,
		load: (request, onProgress) => keepAlive(load(request, onProgress)),
		measure: (reference) => keepAlive(measure(reference)),
		score: (request, onEvent) => keepAlive(score(request, onEvent)),
	};
}

function threadPort(thread: Worker): WorkerPort {
	return {
		endpoint: nodeEndpoint(thread),
		onDeath(report) {
			thread.on("error", (error) => report(`failed: ${explain(error)}`, error));
			thread.on("messageerror", (error) => report("sent a message that could not be read", error));
			thread.on("exit", (code) => report(`ended unexpectedly with exit code ${code}`));
		},
		end: () => void thread.terminate(),
	};
}

function explain(error: NodeJS.ErrnoException): string {
	return error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND"
		? `${error.message.replace(/\.$/, "")}. A bundler for servers must leave promptsieve outside (Next.js: serverExternalPackages: ["promptsieve"])`
		: error.message;
}

/** Not `new URL(name, import.meta.url)`: bundlers for servers would bundle the thread, and onnxruntime-node with it. */
function besideThisModule(name: string): URL {
	const url = new URL(import.meta.url);
	url.pathname = url.pathname.replace(/[^/]*$/, name);
	return url;
}
