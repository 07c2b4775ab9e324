import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countPlaywright, countStep, countVitest } from "./test-report.js";

const vitestReport = {
	numPassedTests: 5,
	numFailedTests: 1,
	numPendingTests: 2,
	numTodoTests: 0,
	testResults: [
		{ status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
		{ status: "passed", assertionResults: [{ status: "passed" }] },
	],
};
const playwrightReport = { stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 3 }, errors: [] };

/** @param {string} content */
function written(content) {
	const file = join(mkdtempSync(join(tmpdir(), "promptsieve-report-")), "report.json");
	writeFileSync(file, content);
	return { file, count: countVitest };
}

test("a Vitest report counts its tests", () => {
	expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 1, skipped: 2 });
});

test("a test file that could not be loaded is one failure", () => {
	const broken = { status: "failed", assertionResults: [] };
	const report = { ...vitestReport, testResults: [...vitestReport.testResults, broken] };
	expect(countVitest(report).failed).toBe(2);
});

test("a Playwright report counts flaky tests and errors outside tests as failures", () => {
	expect(countPlaywright(playwrightReport)).toEqual({ passed: 7, failed: 3, skipped: 3 });
	expect(countPlaywright({ ...playwrightReport, errors: [{}] }).failed).toBe(4);
});

describe("a step", () => {
	const good = JSON.stringify({ ...vitestReport, numFailedTests: 0, testResults: [] });
	const empty = JSON.stringify({ ...vitestReport, numPassedTests: 0, numFailedTests: 0, testResults: [] });

	test.each([
		["without a report that ends well", 0, undefined, { passed: 1, failed: 0 }],
		["without a report that ends badly", 2, undefined, { passed: 0, failed: 1 }],
		["whose report is good", 0, written(good), { passed: 5, failed: 0 }],
		["whose report is good but that ends badly", 1, written(good), { passed: 5, failed: 1 }],
		["that ran no test", 0, written(empty), { passed: 0, failed: 1 }],
		["whose report is cut short", 0, written(good.slice(0, 40)), { passed: 0, failed: 1 }],
		[
			"whose report is missing",
			0,
			{ file: "/nowhere/report.json", count: countVitest },
			{ passed: 0, failed: 1 },
		],
	])("%s", (_name, exitCode, report, expected) => {
		expect(countStep(exitCode, report)).toMatchObject(expected);
	});
});
