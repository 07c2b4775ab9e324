// `npm test`: installs what is missing, then lint, types, builds, and the tests in Node, in Chromium
// and on what was built. Every step runs, whatever failed before it. Training runs beside the steps that neither wait nor
// measure, and is heard when it is done.
// `npm test -- unit browser` runs those steps only.
import "./require-node.js";

const { installPackages } = await import("./install-packages.js");
await installPackages();

const { closeSync, mkdirSync, openSync, readFileSync, rmSync } = await import("node:fs");
const { installBrowser } = await import("./find-browser.js");
const { countStep } = await import("./test-report.js");
const { reportFolder, steps } = await import("./test-steps.js");

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(`No step ${unknown.join(", ")}; there are ${steps.map((step) => step.name).join(", ")}.`);
	process.exit(2);
}
const chosen = steps.filter((step) => names.length === 0 || names.includes(step.name));

rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(reportFolder, { recursive: true });

/** @type {Record<string, string>} */
const env = {};
if (chosen.some((step) => step.needsBrowser)) {
	const browser = await installBrowser();
	if (browser) env.PROMPTSIEVE_CHROMIUM = browser;
	else console.error("No Chromium could be found or installed; the browser steps will fail.");
}

/** @type {Map<string, import("./test-report.js").Count & { name: string, seconds: number }>} by step */
const results = new Map();

/** @param {import("./test-steps.js").Step} step @param {number} [output] */
async function runStep({ name, run, report }, output) {
	const began = performance.now();
	const count = countStep(await run(env, output), report);
	results.set(name, { name, ...count, seconds: (performance.now() - began) / 1000 });
}

/** @param {string} name */
const printTitle = (name) => console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);

/** What the steps beside the others have printed, in files. */
const logs = chosen
	.filter((step) => step.beside)
	.map((step) => {
		const file = `${reportFolder}${step.name}.log`;
		const output = openSync(file, "w");
		return { name: step.name, file, done: runStep(step, output).finally(() => closeSync(output)) };
	});

/** Waits for the steps beside the others and prints what they said. */
async function finishBeside() {
	for (const { name, file, done } of logs.splice(0)) {
		await done;
		printTitle(name);
		process.stdout.write(readFileSync(file));
	}
}

for (const step of chosen.filter(({ beside }) => !beside)) {
	if (step.alone) await finishBeside();
	printTitle(step.name);
	await runStep(step);
}
await finishBeside();

console.log(
	`\n${"step".padEnd(10)}${"passed".padStart(8)}${"failed".padStart(8)}${"skipped".padStart(9)}   time`,
);
const rows = chosen.flatMap(({ name }) => results.get(name) ?? []);
for (const { name, passed, failed, skipped, seconds } of rows) {
	const numbers = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
	console.log(`${name.padEnd(10)}${numbers}${seconds.toFixed(1).padStart(6)} s`);
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
