// Drives the built page (dist/page) in Chromium. The build is made before, by the command that runs the tests.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chromium = process.env.PROMPTSIEVE_CHROMIUM ?? ["/usr/bin/chromium"].find((path) => existsSync(path));
const port = Number(process.env.PROMPTSIEVE_E2E_PORT ?? 4319);

/** They measure memory and time, or count the browser's processes: nothing may run beside them. */
const alone = ["endurance.spec.ts", "interruptions.spec.ts"];

export default defineConfig({
	testDir: "e2e",
	projects: [
		{
			name: "together",
			testMatch: "**/*.spec.ts",
			// A step of their own, with other browsers.
			testIgnore: ["browsers/**", ...alone],
			outputDir: "test-results/e2e/together",
		},
		{ name: "alone", testMatch: alone, outputDir: "test-results/e2e/alone" },
	],
	// The command for `together` asks for two, as a page waits for its files, its timers and its worker half of the time.
	workers: 1,
	fullyParallel: false,
	timeout: 90_000,
	expect: { timeout: 30_000 },
	reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
	use: {
		baseURL: `http://localhost:${port}/`,
		viewport: { width: 1280, height: 800 },
		trace: "off",
		// It would store the whole page once per test; its own tests allow it.
		serviceWorkers: "block",
		launchOptions: {
			...(chromium ? { executablePath: chromium } : {}),
			args: ["--no-sandbox", "--disable-background-networking"],
		},
	},
	webServer: {
		command: `npx vite preview --port ${port} --strictPort`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false,
	},
});
