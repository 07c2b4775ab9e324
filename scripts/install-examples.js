// Installs what the examples need, only if it is not there, and gives them the library as it is built now.
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { latestChange } from "./build-page.js";
import { installPackages } from "./install-packages.js";
import { root, runNpm } from "./run-command.js";
import { unpackPackage } from "./unpack-package.js";

const examples = `${root}examples/`;
const installed = `${examples}node_modules/promptsieve`;

/** What the library's build depends on. */
const sources = ["src", "worker", "public", "package.json", "package-lock.json", "scripts/build-lib.js"];

/** The examples' folders. */
export const exampleNames = () =>
	readdirSync(examples, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
		.map(({ name }) => name);

/** @returns {Promise<boolean>} whether dist/lib is there and up to date now */
export async function buildStaleLibrary() {
	const built = latestChange(`${root}dist/lib/THIRD-PARTY-LICENSES`);
	if (sources.every((source) => latestChange(join(root, source)) < built)) return true;
	console.log("Building the library …");
	return (await runNpm(["run", "--silent", "build:lib"])) === 0;
}

/** Puts what `npm pack` packs where an installed package lies, and forgets what was bundled of the one before. */
function unpackLibrary() {
	rmSync(installed, { recursive: true, force: true });
	cpSync(unpackPackage(), installed, { recursive: true });
	for (const name of exampleNames()) {
		rmSync(join(examples, name, "node_modules/.vite"), { recursive: true, force: true });
	}
}

/** dist/lib must have been built. Ends the process with a message when the installation fails. */
export async function installExamples() {
	await installPackages("examples/");
	if (latestChange(`${root}dist/lib`) > latestChange(`${installed}/dist/lib`)) unpackLibrary();
}

if (process.argv[1] === import.meta.filename) await installExamples();
