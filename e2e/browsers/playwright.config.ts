// The smoke tests in Firefox and WebKitGTK. Playwright runs them and drives Chromium, whose answers are the measure;
// the other two are driven by WebDriver. The page and the library are built before.
import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.ts";

const { use, expect } = base;

export default defineConfig({
	testDir: ".",
	outputDir: "../../test-results/browsers",
	workers: 1,
	// The model starts ten times as slowly on a machine that does much else. Less than what a hang takes to be noticed.
	timeout: 300_000,
	expect: { ...expect, timeout: 150_000 },
	reporter: [["list"]],
	...(use ? { use } : {}),
});
