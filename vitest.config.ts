// Three projects: `core` and `unit` in Node (src/core, and whatever else needs no browser), `browser` in Chromium
// (the bridge, the worker, the wasm).
import { existsSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { hubFiles } from "./e2e/hub-plugin.ts";
import { faultyFiles } from "./src/compressor/faulty-files.fixture.ts";
import { echoServer } from "./src/integrations/echo-server.fixture.ts";
import { hubSwaps } from "./src/models/hub-swaps.fixture.ts";

const chromium = process.env.PROMPTSIEVE_CHROMIUM ?? ["/usr/bin/chromium"].find((path) => existsSync(path));

/** A WebGPU adapter in software, so that this path is tested where there is no GPU. */
const softwareGpu = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

/** Its usual second is soon over on a busy machine. */
const expect = { poll: { timeout: 30_000 } };

export default defineConfig({
	test: {
		// A busy machine takes longer than the usual minute to start Chromium; only heard here, not in a project.
		browser: { connectTimeout: 300_000 },
		projects: [
			{
				test: {
					name: "core",
					expect,
					environment: "node",
					// Pure functions leave nothing behind: the files share a process, and load only once what they share.
					isolate: false,
					testTimeout: 60_000,
					include: ["src/core/**/*.test.ts"],
				},
			},
			{
				test: {
					name: "unit",
					expect,
					environment: "node",
					// Property tests on a busy machine take their time; a hung test still ends.
					testTimeout: 60_000,
					include: [
						"{src,worker,service-worker,bench}/**/*.test.ts",
						"{scripts,bench,training}/**/*.test.js",
					],
					exclude: ["src/core/**", "**/*.browser.test.ts"],
				},
			},
			{
				// The page's own server: its headers, its wasm files, public/.
				extends: "./vite.config.ts",
				plugins: [faultyFiles(), hubFiles(), hubSwaps(), echoServer()],
				// Found late, they would be bundled and the page reloaded in the middle of a test.
				optimizeDeps: {
					include: ["@assistant-ui/react", "deep-chat", "react", "react-dom/client", "react-dom/server"],
				},
				test: {
					name: "browser",
					expect,
					include: ["src/**/*.browser.test.ts", "worker/**/*.browser.test.ts"],
					testTimeout: 120_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(chromium ? { executablePath: chromium } : {}),
								args: ["--no-sandbox", "--disable-background-networking", ...softwareGpu],
							},
						}),
						instances: [{ browser: "chromium" }],
					},
				},
			},
		],
	},
});
