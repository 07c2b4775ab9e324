// The steps of `npm test`, in order.
import { installOtherBrowsers } from "./other-browsers.js";
import { root, runCommand, runNpm, runPackage } from "./run-command.js";
import { countPlaywright, countVitest } from "./test-report.js";

/** Where the runners write their reports. */
export const reportFolder = `${root}dist/reports/`;

/** Each test has a limit of its own; a runner that hangs between them must end, too, and be seen to have failed. */
const timeoutMs = 25 * 60_000;

/** @param {string} name @param {readonly string[]} projects of vitest.config.ts */
const vitest = (name, projects) => ({
	report: { file: `${reportFolder}${name}.json`, count: countVitest },
	/** @param {Record<string, string>} env */
	run: (env) =>
		runPackage(
			"vitest/vitest.mjs",
			[
				"run",
				...projects.map((project) => `--project=${project}`),
				"--reporter=default",
				"--reporter=json",
				`--outputFile.json=${reportFolder}${name}.json`,
			],
			{ env, timeoutMs },
		),
});

/** @param {string} name @param {string[]} options */
const playwright = (name, ...options) => ({
	report: { file: `${reportFolder}${name}.json`, count: countPlaywright },
	/** @param {Record<string, string>} env */
	run: (env) =>
		runPackage("@playwright/test/cli.js", ["test", ...options, "--reporter=list,json"], {
			env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: `${reportFolder}${name}.json` },
			timeoutMs,
		}),
});

const e2e = playwright("e2e", "--project=together", "--workers=2");
const browsers = playwright("browsers", "--config=e2e/browsers");

/** Packs and installs what tests that run at the same time would otherwise each pack and install. */
const prepareE2e = async () =>
	(await runCommand(process.execPath, ["scripts/unpack-package.js"])) ||
	(await runCommand(process.execPath, ["scripts/install-examples.js"]));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(env: Record<string, string>, output?: number) => Promise<number>} run → exit code; a step that runs
 *   beside others prints to the file descriptor `output`
 * @property {boolean} [beside] runs beside the steps from the first on, until one that must be alone
 * @property {boolean} [alone] waits and measures: nothing else may run
 * @property {{ file: string, count: (report: never) => import("./test-report.js").Count }} [report]
 * @property {boolean} [needsBrowser]
 */

/** @type {readonly Step[]} */
export const steps = [
	{ name: "lint", run: () => runPackage("@biomejs/biome/bin/biome", ["check", "."]) },
	{ name: "types", run: () => runPackage("typescript/bin/tsc", ["-b"]) },
	{ name: "page", run: () => runPackage("vite/bin/vite.js", ["build", "--logLevel", "warn"]) },
	{
		name: "docs",
		run: async () =>
			(await runCommand(process.execPath, ["scripts/check-examples.js"])) ||
			(await runNpm(["run", "--silent", "docs"])),
	},
	{ name: "library", run: () => runNpm(["run", "--silent", "build:lib"]) },
	{ name: "package", run: () => runPackage("publint/src/cli.js", ["--strict"]) },
	{
		name: "attw",
		run: () => runPackage("@arethetypeswrong/cli/dist/index.js", ["--profile", "esm-only", "--pack", "."]),
	},
	{ name: "size", run: () => runPackage("size-limit/bin.js", []) },
	{ name: "unused", run: () => runPackage("knip/bin/knip.js", []) },
	{ name: "examples", run: () => runCommand(process.execPath, ["scripts/install-examples.js"]) },
	{ name: "unit", ...vitest("unit", ["core", "unit"]) },
	{ name: "browser", needsBrowser: true, alone: true, ...vitest("browser", ["browser"]) },
	{
		name: "e2e",
		needsBrowser: true,
		alone: true,
		...e2e,
		run: async (env) => (await prepareE2e()) || e2e.run(env),
	},
	{ name: "endurance", needsBrowser: true, alone: true, ...playwright("endurance", "--project=alone") },
	{
		name: "browsers",
		needsBrowser: true,
		alone: true,
		...browsers,
		run: async (env) => {
			const paths = await installOtherBrowsers();
			return paths ? browsers.run({ ...env, ...paths }) : 1;
		},
	},
	{
		name: "training",
		beside: true,
		run: (env, output) =>
			runCommand(process.execPath, ["scripts/smoke-training.js"], {
				env,
				...(output === undefined ? {} : { output }),
			}),
	},
];
