// The fake hub beside Vite's server, for browser tests: they talk to it through `/hub/…` (hub-client.ts) and load from its own origin.
import type { Plugin } from "vite";
import { startEmbeddedHub } from "./embedded-hub.ts";
import { hubFile } from "./hub-file.ts";
import type { Fault, HubServer } from "./hub-server.ts";

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
				hub ??= startEmbeddedHub();
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
