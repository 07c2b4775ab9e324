// `npm run build:lib`: dist/lib, the package's content: the modules as tsc emits them, and the assets
// (the embedded model, onnxruntime-web's files) where src/models/assets.ts looks for them.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { root, runPackage } from "./run-command.js";

// Modules that no longer exist must not stay in the package.
rmSync(`${root}dist/lib`, { recursive: true, force: true });
const exitCode = await runPackage("typescript/bin/tsc", ["-b"]);
if (exitCode !== 0) process.exit(exitCode);

const { runtimeFiles } = await import("../dist/lib/src/models/runtime-files.js");
const require = createRequire(import.meta.url);
const assets = `${root}dist/lib/assets/`;
mkdirSync(`${assets}ort`, { recursive: true });
for (const { glue, wasm } of Object.values(runtimeFiles)) {
	for (const file of [glue, wasm.file])
		cpSync(require.resolve(`onnxruntime-web/${file}`), `${assets}ort/${file}`);
}
cpSync(`${root}public/models/embedded`, `${assets}models/embedded`, { recursive: true });
