// The fake hub beside Vite's server, for browser tests: they talk to it through `/hub/…` (hub-client.ts) and load from its own origin.
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { hubFile } from "./hub-file.ts";
import { type Fault, type HubServer, startHub } from "./hub-server.ts";

/** The embedded model's files, which the hub has under this name. */
const hubModel = "promptsieve/embedded";
const modelFiles = ["manifest.json", "self-test.json", "tokenizer.json", "model-int8.onnx"];

/**
 * - `/hub/origin`: of the hub
 * - `/hub/requests`: what its storage has been asked for, as JSON
 * - `/hub/put/<path>?<size>&<seed>`: the file at this path is so many bytes, another one for each seed
 * - `/hub/break/<path>?<fault>&<fault>…`: the next answers
 */
export function hubFiles(): Plugin {
	let hub: Promise<HubServer> | undefined;
	return {
		name: "promptsieve-hub",
		enforce: "pre",
		configureServer({ middlewares, httpServer }) {
			httpServer?.on("close", () => void hub?.then((server) => server.close()));
			middlewares.use("/hub", async (request, response, next) => {
				const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
				const [, verb, path = ""] = /^\/(\w+)\/?(.*)$/.exec(pathname) ?? [];
				const words = search.slice(1).split("&");
				hub ??= openHub();
				const server = await hub;
				switch (verb) {
					case "origin":
						return void response.end(server.origin);
					case "requests":
						return void response.end(JSON.stringify(server.requests));
					case "put":
						server.put(path, hubFile(Number(words[0]), Number(words[1])));
						return void response.end();
					case "break":
						server.breakNext(path, words as Fault[]);
						return void response.end();
					default:
						next();
				}
			});
		},
	};
}

async function openHub(): Promise<HubServer> {
	const server = await startHub("e2e/hub");
	for (const name of modelFiles) {
		server.put(`${hubModel}/${name}`, readFileSync(`public/models/embedded/${name}`));
	}
	return server;
}
