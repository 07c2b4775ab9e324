#!/usr/bin/env node
// `npx promptsieve assets <folder>`: copies the worker, the wasm and the embedded model beside a bundle.
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const usage = `Usage: promptsieve assets <folder>

Copies promptsieve's worker, WebAssembly files and model (about 97 MB, of which a browser loads about 45)
into <folder>/promptsieve, replacing what is there.

<folder> is where your bundler writes the JavaScript that contains promptsieve; there they are found without
an option. In any other folder they are found when createCompressor gets its address as assetsUrl.
esbuild and Rollup need this; Vite, webpack and Next.js copy the files themselves.

Options:
  -h, --help   print this text`;

/** @param {string} message @returns {never} */
function fail(message) {
	console.error(`promptsieve: ${message}`);
	process.exit(1);
}

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
	console.log(usage);
	process.exit(0);
}
const [command, folder, ...rest] = args;
if (command !== "assets" || !folder || folder.startsWith("-") || rest.length > 0) {
	console.error(usage);
	process.exit(2);
}

const source = fileURLToPath(new URL("../dist/lib/promptsieve", import.meta.url));
if (!existsSync(source)) fail(`${source} is missing; install the package again.`);
if (existsSync(folder) && !statSync(folder).isDirectory()) fail(`${resolve(folder)} is not a folder.`);
const target = join(resolve(folder), "promptsieve");
try {
	mkdirSync(target, { recursive: true });
	cpSync(source, target, { recursive: true });
} catch (error) {
	fail(`could not write to ${target}: ${error instanceof Error ? error.message : String(error)}`);
}
console.log(`promptsieve: copied to ${target}`);
