// The package's own files beside its modules, in dist/lib/promptsieve/, and the module that tells where they
// lie, in place of src/models/package-files.ts.
import { cpSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { importSource } from "./import-source.js";
import { root } from "./run-command.js";

/** Name of the module in dist/lib. */
export const packageFilesModule = "package-files.js";

/**
 * Copies onnxruntime-web's files and the embedded model.
 *
 * @param {string} folder of the package's files, with a trailing slash
 * @returns {Promise<string[]>} their paths below it
 */
export async function copyFiles(folder) {
	/** @type {typeof import("../src/models/runtime-files.ts")} */
	const { runtimeFiles } = await importSource("src/models/runtime-files.ts");
	const require = createRequire(import.meta.url);
	const runtime = Object.values(runtimeFiles).flatMap(({ glue, wasm }) => [glue, wasm.file]);
	const model = readdirSync(`${root}public/models/embedded`);
	for (const file of runtime) cpSync(require.resolve(`onnxruntime-web/${file}`), join(folder, "ort", file));
	cpSync(`${root}public/models/embedded`, `${folder}models/embedded`, { recursive: true });
	return [
		...runtime.map((file) => `ort/${file}`),
		...model.filter((file) => !file.endsWith(".md")).map((file) => `models/embedded/${file}`),
	];
}

/**
 * The module's text. Bundlers look for `new URL("…", import.meta.url)` as it is written here, copy the file
 * and put its new place there; so this module is never minified, and lies beside the folder it speaks of.
 *
 * @param {readonly string[]} paths below dist/lib/promptsieve/
 */
export function packageFilesSource(paths) {
	const files = paths.map(
		(path) =>
			`\t${JSON.stringify(path)}: () =>\n\t\tlocate(() => new URL("./promptsieve/${path}", import.meta.url), "${path}"),`,
	);
	return `// Where the package's own files lie: beside this module, or where a bundler has put them.

// A classic script has no import.meta.url but this; a page rendered on a server has neither, and needs no file.
const base = globalThis.document?.currentScript?.src || globalThis.document?.baseURI || "file:///";

function locate(find, path) {
	try {
		// Next.js makes it a relative one where it renders on a server.
		return new URL(find().href, base).href;
	} catch {
		return new URL(\`promptsieve/\${path}\`, base).href;
	}
}

export const packageFiles = {
${files.join("\n")}
};

export const packageFolder = () => new URL("./", packageFiles["worker.js"]()).href;

export const workerLiesInFolder = true;
`;
}
