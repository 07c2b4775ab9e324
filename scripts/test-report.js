// Reads what the test runners wrote about themselves and adds it up.
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} PlaywrightReport
 */

/** A test file that could not even be loaded has no failed test inside, but is a failure. @param {VitestReport} report @returns {Count} */
export function countVitest(report) {
	const brokenFiles = report.testResults.filter(
		(file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles.length,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/** A test that passed only when tried again is a failure. @param {PlaywrightReport} report @returns {Count} */
export function countPlaywright({ stats, errors }) {
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
	};
}

/**
 * What a step counts for. A runner that left no readable report, ran nothing, or ended with an error
 * that its report does not show counts as one failure more.
 *
 * @param {number} exitCode
 * @param {{ file: string, count: (report: never) => Count } | undefined} report none: the step itself counts as one
 * @returns {Count}
 */
export function countStep(exitCode, report) {
	if (report === undefined)
		return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
	const count = readCount(report);
	if (count === undefined) return { passed: 0, failed: 1, skipped: 0 };
	const silent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
	return silent ? { ...count, failed: 1 } : count;
}

/** @param {{ file: string, count: (report: never) => Count }} report @returns {Count | undefined} */
function readCount({ file, count }) {
	if (!existsSync(file)) return undefined;
	try {
		return count(/** @type {never} */ (JSON.parse(readFileSync(file, "utf8"))));
	} catch {
		return undefined;
	}
}
