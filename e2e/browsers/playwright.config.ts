// The smoke tests in Firefox and WebKitGTK. Playwright runs them and drives Chromium, whose answers are the measure;
// the other two are driven by WebDriver. The page and the library are built before.
import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.ts";

const { use, expect } = base;

export default defineConfig({
	testDir: ".",
	outputDir: "../../test-results/browsers",
	workers: 1,
	timeout: 120_000,
	...(expect ? { expect } : {}),
	reporter: [["list"]],
	...(use ? { use } : {}),
});
