// The pages under element-pages/, built as a stranger's app is: by Vite, from the element's sources, served under a
// content security policy as strict as they come.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type PluginOption } from "vite";
import config from "../vite.config.ts";
import { type StaticServer, serveFolder } from "./static-server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = fileURLToPath(new URL("./element-pages", import.meta.url));

export const strictHeaders = {
	"Content-Security-Policy": [
		"default-src 'none'",
		"connect-src 'self'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'self'",
		"img-src data:",
		"worker-src 'self'",
		"require-trusted-types-for 'script'",
		// "default" is for the worker alone, whose runtime starts threads.
		"trusted-types promptsieve default",
	].join("; "),
};

/** Builds the pages into a new folder. */
export async function buildElementPages(): Promise<string> {
	const outDir = mkdtempSync(join(tmpdir(), "promptsieve-element-"));
	const input = readdirSync(pages)
		.filter((name) => name.endsWith(".html"))
		.map((name) => join(pages, name));
	await build({
		...config,
		root: pages,
		configFile: false,
		// Of the page's own plugins what any app needs: neither its documentation nor its service worker.
		plugins: (config.plugins ?? []).filter(
			(plugin: PluginOption) => plugin && "name" in plugin && plugin.name === "promptsieve-runtime-files",
		),
		publicDir: join(root, "public"),
		logLevel: "error",
		// What is weighed is the element, and not Vite's own code that preloads chunks, which an app has anyway.
		build: {
			...config.build,
			modulePreload: false,
			outDir,
			emptyOutDir: true,
			rolldownOptions: { input },
		},
	});
	return outDir;
}

/** Serves them, isolated, under {@link strictHeaders}. */
export function serveElementPages(folder: string): Promise<StaticServer> {
	return serveFolder(folder, true, strictHeaders);
}
