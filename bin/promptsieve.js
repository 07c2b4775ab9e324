#!/usr/bin/env node
// `npx promptsieve assets <folder>`: copies the worker, the wasm and the embedded model beside a bundle.
import { fileURLToPath } from "node:url";
import { copyAssets } from "./copy-assets.js";

const usage = `Usage: promptsieve assets <folder>

Copies promptsieve's worker, WebAssembly files and model (about 97 MB, of which a browser loads about 45)
into <folder>/promptsieve. What an earlier version put there is replaced or removed; your own files stay.

<folder> is where your bundler writes the JavaScript that contains promptsieve; there they are found without
an option. In any other folder they are found when createCompressor gets its address as assetsUrl.
esbuild and Rollup need this; Vite, webpack and Next.js copy the files themselves.

Options:
  -h, --help   print this text`;

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

try {
	const source = fileURLToPath(new URL("../dist/lib/promptsieve", import.meta.url));
	console.log(`promptsieve: copied to ${copyAssets(source, folder)}`);
} catch (error) {
	const why = error instanceof Error ? error.message : String(error);
	console.error(`promptsieve: could not copy to ${folder}: ${why}`);
	process.exit(1);
}
