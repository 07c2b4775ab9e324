// A chat server for browser tests that answers with what it was asked: `{text}` is the body it got.
import type { Plugin } from "vite";

/** Answers below `/echo/`. */
export function echoServer(): Plugin {
	return {
		name: "promptsieve-echo-server",
		enforce: "pre",
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				if (!request.url?.startsWith("/echo/")) return next();
				const chunks: Buffer[] = [];
				request.on("data", (chunk: Buffer) => chunks.push(chunk));
				request.on("end", () => {
					response.setHeader("Content-Type", "application/json");
					response.end(JSON.stringify({ text: Buffer.concat(chunks).toString("utf8") }));
				});
			});
		},
	};
}
