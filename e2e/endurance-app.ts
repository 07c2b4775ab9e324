// A page with nothing but the packed library, for tests that work it hard: served from the package's own folder, with
// a worker that can be asked for its wasm memory.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { Compressor } from "../src/index.ts";
import { shortSelfTest, withShortWindows } from "../src/models/short-windows.fixture.ts";
import { installPackage } from "./package-app.ts";
import { serveFolder } from "./static-server.ts";

/** What the page hands out: the library and the compressor that it works with. */
declare global {
	var library: typeof import("../src/index.ts");
	var compressor: Compressor;
	/** In the worker: bytes of all its wasm memories. */
	var wasmBytes: () => number;
}

const page = `<!doctype html><title>app</title><link rel="icon" href="data:,">
<script type="module">import * as library from "./index.js"; globalThis.library = library;</script>`;

/** Remembers every wasm memory that is made after it. */
const memoryWatch = `const memories = [];
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory { constructor(size) { super(size); memories.push(this); } };
globalThis.wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);`;

export interface EnduranceApp {
	/** With a trailing slash. */
	readonly origin: string;
	/** Opens the page with `compressor` in it, nothing loaded. Under another name than the machine's it is insecure. */
	open(page: Page, host?: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * Packs the library and serves it.
 *
 * @param isolated whether wasm may have threads
 * @param windows of the embedded model
 */
export async function serveEnduranceApp(
	isolated: boolean,
	windows: "whole" | "short" = "whole",
): Promise<EnduranceApp> {
	const project = installPackage();
	const folder = join(project, "node_modules/promptsieve/dist/lib");
	if (windows === "short") shortenWindows(join(folder, "promptsieve/models/embedded"));
	writeFileSync(join(folder, "index.html"), page);
	writeFileSync(join(folder, "watch-memory.js"), memoryWatch);
	writeFileSync(
		join(folder, "watched-worker.js"),
		`import "./watch-memory.js";\nimport "./promptsieve/worker.js";`,
	);
	const server = await serveFolder(folder, isolated);
	return {
		origin: server.origin,
		async open(page, host = "127.0.0.1") {
			await page.goto(server.origin.replace("127.0.0.1", host));
			await page.waitForFunction(() => "library" in globalThis);
			await page.evaluate(() => {
				globalThis.compressor = library.createCompressor({ device: "wasm" });
			});
		},
		async close() {
			await server.close();
			rmSync(project, { recursive: true, force: true });
		},
	};
}

function shortenWindows(model: string): void {
	const change = <Content>(name: string, changed: (content: Content) => Content) => {
		const file = join(model, name);
		writeFileSync(file, JSON.stringify(changed(JSON.parse(readFileSync(file, "utf8")) as Content)));
	};
	change("manifest.json", withShortWindows);
	change("self-test.json", shortSelfTest);
}

/** Workers and threads of all pages, as the browser counts them. */
export async function countWorkers(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "worker" }] });
	await session.detach();
	return targetInfos.length;
}
